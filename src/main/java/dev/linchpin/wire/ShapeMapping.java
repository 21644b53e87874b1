package dev.linchpin.wire;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerReduction;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.Pooling;
import java.util.List;

/** The fields that say a shape, which two records have. */
final class ShapeMapping {
  private ShapeMapping() {}

  static dev.linchpin.wire.avro.Pooling pooling(CaptureShape shape) {
    return dev.linchpin.wire.avro.Pooling.valueOf(shape.pooling().name());
  }

  static dev.linchpin.wire.avro.LayerReduction reduction(CaptureShape shape) {
    return dev.linchpin.wire.avro.LayerReduction.valueOf(shape.selection().reduction().name());
  }

  static CaptureShape shape(
      int layers,
      int hidden,
      dev.linchpin.wire.avro.Pooling pooling,
      List<Integer> numbers,
      dev.linchpin.wire.avro.LayerReduction reduction) {
    return new CaptureShape(
        layers,
        hidden,
        Pooling.valueOf(pooling.name()),
        new LayerSelection(numbers, LayerReduction.valueOf(reduction.name())));
  }
}
