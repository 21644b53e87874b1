package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StandardisationTest {
  private static final int INPUTS = 48;
  private static final List<LabelledStep> STEPS = PlantedSteps.draw(300, INPUTS, 1, x -> x[0] > 0);

  @Test
  void shouldGiveMeanZeroAndDeviationOne() {
    float[] rows = Standardisation.fit(new StepList(STEPS)).apply(new StepList(STEPS));

    for (int i = 0; i < INPUTS; i++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < STEPS.size(); row++) {
        double value = rows[row * INPUTS + i];
        sum += value;
        squares += value * value;
      }
      assertThat(sum / STEPS.size()).isCloseTo(0, within(1e-5));
      assertThat(squares / STEPS.size()).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void shouldFoldIntoALinearProbe() {
    Random random = new Random(2);

    assertFoldedAgrees(new LinearProbe(floats(random, INPUTS), 0.3f));
  }

  @Test
  void shouldFoldIntoAnMlp() {
    Random random = new Random(3);
    int units = 16;

    assertFoldedAgrees(
        new MlpProbe(
            INPUTS,
            floats(random, units * INPUTS),
            floats(random, units),
            floats(random, units),
            -0.2f));
  }

  @Test
  void shouldGiveNoWeightToAnInputThatDoesNotVary() {
    List<LabelledStep> steps =
        List.of(
            PlantedSteps.step(0, new float[] {1000.1f, 1}, true),
            PlantedSteps.step(1, new float[] {1000.1f, 3}, false),
            PlantedSteps.step(2, new float[] {1000.1f, 8}, false));

    Probe folded =
        Standardisation.fit(new StepList(steps)).fold(new LinearProbe(new float[] {5, 1}, 0f));

    assertThat(folded.logit(new float[] {0f, 4})).isCloseTo(0f, within(1e-6f));
  }

  private static void assertFoldedAgrees(Probe probe) {
    Standardisation standardisation = Standardisation.fit(new StepList(STEPS));
    Probe folded = standardisation.fold(probe);
    for (LabelledStep step : STEPS) {
      float unfolded = probe.logit(standardisation.apply(new StepList(List.of(step))));
      assertThat(folded.logit(step.activations())).isCloseTo(unfolded, within(1e-4f));
    }
  }

  /** Sized as a trained layer's weights: outputs of order one. */
  private static float[] floats(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(INPUTS));
    }
    return values;
  }
}
