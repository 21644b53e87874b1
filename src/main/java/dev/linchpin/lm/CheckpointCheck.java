package dev.linchpin.lm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compares a checkpoint with what its configuration asks for. */
final class CheckpointCheck {

  private CheckpointCheck() {}

  /** Fails with one line when a tensor is missing, misshapen or of a foreign number format. */
  static void verify(Checkpoint checkpoint, ModelConfig config) {
    List<ModelFormatException> faults = new ArrayList<>();
    for (Map.Entry<String, long[]> expected : TensorNames.shapes(config).entrySet()) {
      try {
        verify(checkpoint, expected.getKey(), expected.getValue());
      } catch (ModelFormatException fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw new ModelFormatException(summary(faults), faults.get(0));
    }
  }

  private static void verify(Checkpoint checkpoint, String name, long[] shape) {
    TensorInfo tensor = checkpoint.tensors().get(name);
    String expected = Arrays.toString(shape);
    if (tensor == null) {
      throw new ModelFormatException(
          checkpoint.source()
              + ": tensor "
              + name
              + ": expected shape "
              + expected
              + ", got no such tensor");
    }
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw tensor.fault("expected shape " + expected + ", got " + Arrays.toString(tensor.shape()));
    }
    tensor.format();
  }

  private static String summary(List<ModelFormatException> faults) {
    String first = faults.get(0).getMessage();
    return faults.size() == 1 ? first : first + " (and " + (faults.size() - 1) + " more faults)";
  }
}
