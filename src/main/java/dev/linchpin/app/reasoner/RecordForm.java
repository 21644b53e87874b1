package dev.linchpin.app.reasoner;

import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.inference.EdgeProfile;
import dev.linchpin.inference.RecordProfile;
import dev.linchpin.inference.SampledChains;
import dev.linchpin.probe.PackedRelease;
import java.util.List;
import java.util.Optional;

/**
 * A form in which a step's activations may travel.
 *
 * @param name for people
 * @param layers which blocks are captured
 * @param format number format of the values
 * @param carrier what the record carries
 */
record RecordForm(String name, LayerSelection layers, NumberFormat format, Carrier carrier) {

  /** What a record carries. */
  enum Carrier {
    TENSOR,
    PACKED_TENSOR,
    FIRST_LAYER
  }

  /** The form that others are held against: the numbers as the model gave them. */
  static final RecordForm EXACT =
      new RecordForm("f32", LayerSelection.ALL, NumberFormat.F32, Carrier.TENSOR);

  /** All forms, the exact one first. */
  static List<RecordForm> all(LayerSelection some) {
    return List.of(
        EXACT,
        new RecordForm("bf16", LayerSelection.ALL, NumberFormat.BF16, Carrier.TENSOR),
        new RecordForm("f16", LayerSelection.ALL, NumberFormat.F16, Carrier.TENSOR),
        new RecordForm("int8", LayerSelection.ALL, NumberFormat.INT8, Carrier.TENSOR),
        new RecordForm("bf16 packed", LayerSelection.ALL, NumberFormat.BF16, Carrier.PACKED_TENSOR),
        new RecordForm("int8 packed", LayerSelection.ALL, NumberFormat.INT8, Carrier.PACKED_TENSOR),
        new RecordForm("bf16, layers " + some, some, NumberFormat.BF16, Carrier.TENSOR),
        new RecordForm(
            "bf16, mean of layers", LayerSelection.ALL.mean(), NumberFormat.BF16, Carrier.TENSOR),
        new RecordForm("edge", LayerSelection.ALL, NumberFormat.BF16, Carrier.FIRST_LAYER));
  }

  /** The node's profile that gives this form; {@code probe} is the champion. */
  RecordProfile profile(PackedRelease probe) {
    return switch (carrier) {
      case TENSOR -> RecordProfile.PLAIN;
      case PACKED_TENSOR -> RecordProfile.PACKED;
      case FIRST_LAYER ->
          new EdgeProfile(() -> Optional.of(probe), new SampledChains(0), RecordProfile.PLAIN);
    };
  }
}
