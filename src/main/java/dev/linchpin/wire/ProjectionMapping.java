package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;

final class ProjectionMapping {

  static final AvroMapping<StepProjected, dev.linchpin.wire.avro.StepProjected> PROJECTED =
      new AvroMapping<>(
          StepProjected.class,
          dev.linchpin.wire.avro.StepProjected.class,
          ProjectionMapping::write,
          ProjectionMapping::read);

  private ProjectionMapping() {}

  private static dev.linchpin.wire.avro.StepProjected write(StepProjected e) {
    return new dev.linchpin.wire.avro.StepProjected(
        e.step().chainId(),
        e.step().stepIndex(),
        e.model(),
        e.modelFingerprint(),
        e.completedAt(),
        e.probe().name(),
        e.probe().version(),
        Figure.write(e.activationDistance()),
        FloatBytes.of(e.values()));
  }

  private static StepProjected read(dev.linchpin.wire.avro.StepProjected a) {
    int bytes = a.getValues().remaining();
    if (bytes == 0 || bytes % Float.BYTES != 0) {
      throw new IllegalArgumentException("expected whole f32 values, got " + bytes + " bytes");
    }
    int units = bytes / Float.BYTES;
    return new StepProjected(
        new StepRef(a.getChainId(), a.getStepIndex()),
        a.getModelFingerprint(),
        a.getCompletedAt(),
        new ProbeId(a.getModel(), a.getProbeName(), a.getProbeVersion()),
        Figure.read(a.getActivationDistance()),
        FloatBytes.take(FloatBytes.floats(a.getValues(), units), units));
  }
}
