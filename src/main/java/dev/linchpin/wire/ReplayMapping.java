package dev.linchpin.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

final class ReplayMapping {

  static final AvroMapping<ReplayRequested, dev.linchpin.wire.avro.ReplayRequested> REQUESTED =
      new AvroMapping<>(
          ReplayRequested.class,
          dev.linchpin.wire.avro.ReplayRequested.class,
          ReplayMapping::write,
          ReplayMapping::read);

  static final AvroMapping<ReplayCounted, dev.linchpin.wire.avro.ReplayCounted> COUNTED =
      new AvroMapping<>(
          ReplayCounted.class,
          dev.linchpin.wire.avro.ReplayCounted.class,
          ReplayMapping::write,
          ReplayMapping::read);

  private ReplayMapping() {}

  private static dev.linchpin.wire.avro.ReplayRequested write(ReplayRequested e) {
    return new dev.linchpin.wire.avro.ReplayRequested(
        e.run(),
        e.requestedAt(),
        e.ranges().stream().map(ReplayMapping::write).toList(),
        e.chains().stream().sorted().toList(),
        e.model().orElse(null),
        e.fromTime().orElse(null),
        e.untilTime().orElse(null),
        e.probes(),
        Figure.write(e.paceFactor()),
        e.paused());
  }

  private static ReplayRequested read(dev.linchpin.wire.avro.ReplayRequested a) {
    return new ReplayRequested(
        a.getRun(),
        a.getRequestedAt(),
        a.getRanges().stream().map(ReplayMapping::read).toList(),
        Set.copyOf(a.getChains()),
        Optional.ofNullable(a.getModel()),
        Optional.ofNullable(a.getFromTime()),
        Optional.ofNullable(a.getUntilTime()),
        List.copyOf(a.getProbes()),
        Figure.read(a.getPaceFactor()),
        a.getPaused());
  }

  private static dev.linchpin.wire.avro.OffsetRange write(OffsetRange range) {
    Long until = range.until().isPresent() ? range.until().getAsLong() : null;
    return new dev.linchpin.wire.avro.OffsetRange(
        range.partition(), range.from(), until, range.missing());
  }

  private static OffsetRange read(dev.linchpin.wire.avro.OffsetRange a) {
    OptionalLong until =
        a.getUntilOffset() == null ? OptionalLong.empty() : OptionalLong.of(a.getUntilOffset());
    return new OffsetRange(a.getPartition(), a.getFromOffset(), until, a.getMissing());
  }

  private static dev.linchpin.wire.avro.ReplayCounted write(ReplayCounted e) {
    return new dev.linchpin.wire.avro.ReplayCounted(
        e.partition(), e.nextOffset(), e.scored(), e.deadLettered(), e.skipped());
  }

  private static ReplayCounted read(dev.linchpin.wire.avro.ReplayCounted a) {
    return new ReplayCounted(
        a.getPartition(), a.getNextOffset(), a.getScored(), a.getDeadLettered(), a.getSkipped());
  }
}
