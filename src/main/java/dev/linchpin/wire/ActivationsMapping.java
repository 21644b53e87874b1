package dev.linchpin.wire;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Packing;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;

final class ActivationsMapping {

  static final AvroMapping<ActivationsCaptured, dev.linchpin.wire.avro.ActivationsCaptured>
      CAPTURED =
          new AvroMapping<>(
              ActivationsCaptured.class,
              dev.linchpin.wire.avro.ActivationsCaptured.class,
              ActivationsMapping::write,
              ActivationsMapping::read);

  private ActivationsMapping() {}

  private static dev.linchpin.wire.avro.ActivationsCaptured write(ActivationsCaptured e) {
    CaptureShape shape = e.activations().shape();
    return new dev.linchpin.wire.avro.ActivationsCaptured(
        e.step().chainId(),
        e.step().stepIndex(),
        e.model(),
        e.modelFingerprint(),
        e.completedAt(),
        shape.layers(),
        shape.hidden(),
        ShapeMapping.pooling(shape),
        false,
        dev.linchpin.wire.avro.NumberFormat.valueOf(e.activations().format().name()),
        shape.selection().numbers(),
        ShapeMapping.reduction(shape),
        dev.linchpin.wire.avro.Packing.valueOf(e.activations().packing().name()),
        null,
        e.activations().data());
  }

  private static ActivationsCaptured read(dev.linchpin.wire.avro.ActivationsCaptured a) {
    if (a.getNormApplied()) {
      throw new IllegalArgumentException("expected activations before the final norm, got after");
    }
    return new ActivationsCaptured(
        new StepRef(a.getChainId(), a.getStepIndex()),
        a.getModel(),
        a.getModelFingerprint(),
        a.getCompletedAt(),
        readTensor(a));
  }

  private static StepActivations readTensor(dev.linchpin.wire.avro.ActivationsCaptured a) {
    return new StepActivations(
        ShapeMapping.shape(
            a.getLayers(),
            a.getHidden(),
            a.getPooling(),
            a.getLayerNumbers(),
            a.getLayerReduction()),
        NumberFormat.valueOf(a.getDtype().name()),
        Packing.valueOf(a.getPacking().name()),
        a.getData());
  }
}
