package dev.linchpin.training;

import dev.linchpin.reasoning.StepRef;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Steps whose importance follows a known rule of their activations. */
final class PlantedSteps {
  private static final int STEPS_PER_CHAIN = 10;

  private PlantedSteps() {}

  /** Gaussian activations, each input with its own offset and size, as a residual stream has. */
  static List<LabelledStep> draw(int steps, int inputs, long seed, Predicate<double[]> important) {
    Random random = new Random(seed);
    return IntStream.range(0, steps)
        .mapToObj(
            i -> {
              double[] standard = random.doubles(inputs).map(u -> random.nextGaussian()).toArray();
              return step(i, raw(standard), important.test(standard));
            })
        .toList();
  }

  static LabelledStep step(int index, float[] activations, boolean important) {
    StepRef ref = new StepRef("chain-" + index / STEPS_PER_CHAIN, index % STEPS_PER_CHAIN);
    return new LabelledStep(ref, activations, important);
  }

  private static float[] raw(double[] standard) {
    float[] raw = new float[standard.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) ((i % 2 == 0 ? 5 : -20) + (i + 1) * standard[i]);
    }
    return raw;
  }
}
