package dev.linchpin.wire;

import java.util.Optional;

final class ProblemMapping {

  static final AvroMapping<ProblemPosed, dev.linchpin.wire.avro.ProblemPosed> POSED =
      new AvroMapping<>(
          ProblemPosed.class,
          dev.linchpin.wire.avro.ProblemPosed.class,
          ProblemMapping::write,
          ProblemMapping::read);

  private ProblemMapping() {}

  private static dev.linchpin.wire.avro.ProblemPosed write(ProblemPosed e) {
    return new dev.linchpin.wire.avro.ProblemPosed(
        e.problemId(), e.question(), e.answerKey().orElse(null), e.posedAt());
  }

  private static ProblemPosed read(dev.linchpin.wire.avro.ProblemPosed a) {
    return new ProblemPosed(
        a.getProblemId(), a.getQuestion(), Optional.ofNullable(a.getAnswerKey()), a.getPosedAt());
  }
}
