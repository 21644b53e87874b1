package dev.linchpin.training;

import dev.linchpin.quality.Predictions;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Labelled steps as arrays. */
final class Labels {
  private Labels() {}

  static boolean[] important(List<LabelledStep> steps) {
    boolean[] important = new boolean[steps.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = steps.get(i).important();
    }
    return important;
  }

  static Predictions predictions(List<LabelledStep> steps, ToDoubleFunction<float[]> score) {
    double[] scores =
        steps.stream().mapToDouble(step -> score.applyAsDouble(step.activations())).toArray();
    return new Predictions(scores, important(steps));
  }
}
