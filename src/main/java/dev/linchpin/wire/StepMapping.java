package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import java.util.Optional;

final class StepMapping {

  static final AvroMapping<StepCompleted, dev.linchpin.wire.avro.StepCompleted> COMPLETED =
      new AvroMapping<>(
          StepCompleted.class,
          dev.linchpin.wire.avro.StepCompleted.class,
          StepMapping::write,
          StepMapping::read);

  private StepMapping() {}

  private static dev.linchpin.wire.avro.StepCompleted write(StepCompleted e) {
    return new dev.linchpin.wire.avro.StepCompleted(
        e.step().chainId(),
        e.step().stepIndex(),
        e.text().orElse(null),
        e.firstToken(),
        e.endToken(),
        e.startedAt(),
        e.completedAt(),
        e.meanLogProbability());
  }

  private static StepCompleted read(dev.linchpin.wire.avro.StepCompleted a) {
    return new StepCompleted(
        new StepRef(a.getChainId(), a.getStepIndex()),
        Optional.ofNullable(a.getText()),
        a.getFirstToken(),
        a.getEndToken(),
        a.getStartedAt(),
        a.getCompletedAt(),
        a.getMeanLogProbability());
  }
}
