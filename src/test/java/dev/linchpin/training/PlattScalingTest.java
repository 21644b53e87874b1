package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.probe.Calibration;
import dev.linchpin.quality.Predictions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlattScalingTest {

  @Test
  void shouldUndoSkewedLogits() {
    Predictions fitted = skewed(1, 5000);
    Predictions fresh = skewed(2, 5000);

    Calibration calibration = PlattScaling.fit(fitted);

    assertThat(calibration.slope()).isCloseTo(0.25, within(0.03));
    assertThat(calibration.intercept()).isCloseTo(-0.5, within(0.1));
    assertThat(calibrationError(fresh, Calibration.IDENTITY)).isGreaterThan(0.15);
    assertThat(calibrationError(fresh, calibration)).isLessThan(0.03);
  }

  @Test
  void shouldStayFiniteForSeparatedClasses() {
    Predictions separated =
        new Predictions(
            new double[] {-900, -800, 700, 800}, new boolean[] {false, false, true, true});

    Calibration calibration = PlattScaling.fit(separated);

    assertThat(calibration.probability(800)).isBetween(0.7, 0.8);
    assertThat(calibration.probability(-900)).isBetween(0.2, 0.3);
  }

  @Test
  void shouldGiveTheShareOfImportantStepsForLogitsThatMislead() {
    Predictions reversed =
        new Predictions(new double[] {3, 2, -1, -2}, new boolean[] {false, false, false, true});

    Calibration calibration = PlattScaling.fit(reversed);

    assertThat(calibration.slope()).isEqualTo(PlattScaling.SMALLEST_SLOPE);
    assertThat(calibration.probability(3)).isCloseTo(2 / 6.0, within(1e-5));
  }

  /** Logits four times too large and two too high. */
  private static Predictions skewed(long seed, int size) {
    Random random = new Random(seed);
    double[] logits = new double[size];
    boolean[] positive = new boolean[size];
    for (int i = 0; i < size; i++) {
      double honest = 1.5 * random.nextGaussian();
      positive[i] = random.nextDouble() < Calibration.IDENTITY.probability(honest);
      logits[i] = 4 * honest + 2;
    }
    return new Predictions(logits, positive);
  }

  private static double calibrationError(Predictions logits, Calibration calibration) {
    double[] scores = Arrays.stream(logits.scores()).map(calibration::probability).toArray();
    return new Predictions(scores, logits.positive()).calibrationError();
  }
}
