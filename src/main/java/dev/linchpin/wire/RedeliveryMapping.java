package dev.linchpin.wire;

final class RedeliveryMapping {

  static final AvroMapping<LetterRedelivered, dev.linchpin.wire.avro.LetterRedelivered>
      REDELIVERED =
          new AvroMapping<>(
              LetterRedelivered.class,
              dev.linchpin.wire.avro.LetterRedelivered.class,
              RedeliveryMapping::write,
              RedeliveryMapping::read);

  private RedeliveryMapping() {}

  private static dev.linchpin.wire.avro.LetterRedelivered write(LetterRedelivered e) {
    return new dev.linchpin.wire.avro.LetterRedelivered(
        e.topic(),
        e.original().partition(),
        e.original().offset(),
        e.recordTimestamp(),
        e.letter().partition(),
        e.letter().offset(),
        e.redelivered().partition(),
        e.redelivered().offset(),
        e.attempt(),
        e.redeliveredAt());
  }

  private static LetterRedelivered read(dev.linchpin.wire.avro.LetterRedelivered a) {
    return new LetterRedelivered(
        a.getTopic(),
        new LogAddress(a.getOriginalPartition(), a.getOriginalOffset()),
        a.getRecordTimestamp(),
        new LogAddress(a.getLetterPartition(), a.getLetterOffset()),
        new LogAddress(a.getRedeliveredPartition(), a.getRedeliveredOffset()),
        a.getAttempt(),
        a.getRedeliveredAt());
  }
}
