package dev.linchpin.replay;

import dev.linchpin.scoring.Delivery;
import dev.linchpin.scoring.Disposition;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.ReplayCounted;
import dev.linchpin.wire.ReplayTopics;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Outputs keep the time of the record that they are about and say that they are a replay's; every
 * record is counted, in one transaction with its outputs. At the end of a range it asks for the
 * commit, which a run that is done would otherwise wait for.
 */
final class ReplayDelivery implements Delivery {
  private final String run;
  private final Map<Integer, OffsetRange> ranges;
  private KeyValueStore<String, ReplayCounted> tally;
  private ProcessorContext<byte[], Object> context;

  ReplayDelivery(String run, Map<Integer, OffsetRange> ranges) {
    this.run = run;
    this.ranges = ranges;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> newContext) {
    context = newContext;
    tally = context.getStateStore(ReplayTopics.TALLY);
  }

  @Override
  public <V> Record<byte[], V> stamped(Record<byte[], V> output, RecordMetadata source) {
    ReplayHeaders.writeTo(output.headers(), run, address(source));
    return output;
  }

  @Override
  public void done(RecordMetadata source, Disposition disposition) {
    String partition = Integer.toString(source.partition());
    ReplayCounted before = tally.get(partition);
    tally.put(
        partition,
        counted(
            before == null ? ReplayCounted.none(source.partition()) : before,
            source.offset(),
            disposition));
    if (ranges.get(source.partition()).endsBefore(source.offset() + 1)) {
      context.commit();
    }
  }

  private static ReplayCounted counted(ReplayCounted before, long offset, Disposition disposition) {
    if (disposition instanceof Disposition.DeadLettered dead) {
      return before.plusDeadLettered(offset, dead.reason());
    }
    if (disposition instanceof Disposition.Skipped skipped) {
      return before.plusSkipped(offset, skipped.reason());
    }
    return before.plusScored(offset);
  }

  private static LogAddress address(RecordMetadata source) {
    return new LogAddress(source.partition(), source.offset());
  }
}
