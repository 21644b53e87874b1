package dev.linchpin.probe;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.kernel.Panel;
import dev.linchpin.kernel.Weights;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Lets the JVM compile the products before there is a step: vector instructions that it still
 * interprets take a hundred times as long, and the first steps would be late by half a second.
 */
public final class WarmUp {
  /** Enough for the compiler's last stage. */
  private static final int ROUNDS = 100;

  private static final int INPUTS = Panel.STRIDE;
  private static final int FEW_UNITS = 16;
  private static final int MANY_UNITS = Weights.SINGLE_AT_MOST / INPUTS + 1;

  private WarmUp() {}

  /** Reads steps of zeros with small and with large weights; takes about a second. */
  public static void run() {
    BatchReader reader = new BatchReader();
    ProbeInput input = ProbeInput.layerwise(new CaptureShape(1, INPUTS, Pooling.MEAN));
    for (int units : new int[] {FEW_UNITS, MANY_UNITS}) {
      PackedProbe probe = PackedProbe.of(zeros(units));
      for (int round = 0; round < ROUNDS; round++) {
        read(reader, probe, input);
      }
    }
  }

  /** One step, three, and ten (six, three and one): each has a product of its own. */
  private static void read(BatchReader reader, PackedProbe probe, ProbeInput input) {
    for (int steps : new int[] {1, 3, 10}) {
      reader.read(probe, input, Optional.of(reference()), steps(input.shape(), steps));
    }
  }

  private static List<StepActivations> steps(CaptureShape shape, int count) {
    return Collections.nCopies(
        count, StepActivations.encode(shape, NumberFormat.BF16, new float[INPUTS]));
  }

  private static MlpProbe zeros(int units) {
    return new MlpProbe(INPUTS, new float[INPUTS * units], new float[units], new float[units], 0);
  }

  private static TrainingReference reference() {
    return new TrainingReference(
        new float[INPUTS], new float[INPUTS], new double[TrainingReference.BINS], 0, 1);
  }
}
