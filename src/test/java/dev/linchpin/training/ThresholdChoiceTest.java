package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Predictions;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThresholdChoiceTest {
  private static final FlagPrecision NINE_IN_TEN = FlagPrecision.DEFAULT;

  @Test
  void shouldFlagAsMuchAsThePrecisionAllows() {
    // Scores 0.01, 0.02, … 1.00; important from 0.50 on, and the steps at 0.21 and 0.22 as well.
    Predictions predictions = hundred(i -> i >= 50 || i == 21 || i == 22);

    Thresholds thresholds = ThresholdChoice.choose(predictions, new FlagPrecision(0.95, 0.9));

    // 47 of the 49 below one half are removable (0.959). Above it all are important.
    assertThat(thresholds).isEqualTo(new Thresholds(0.49, 0.51));
  }

  @Test
  void shouldStopBeforeThePrecisionIsLost() {
    Predictions predictions = hundred(i -> i > 20);

    Thresholds thresholds = ThresholdChoice.choose(predictions, NINE_IN_TEN);

    // 20 of 22 are at least nine in ten; 20 of 23 are not.
    assertThat(thresholds.removableAtMost()).isEqualTo(0.22);
  }

  @Test
  void shouldMeetThePrecisionOnWhateverItChooses() {
    Random random = new Random(4);
    double[] scores = random.doubles(2000).map(u -> Math.round(50 * u) / 50.0).toArray();
    boolean[] important = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      important[i] = random.nextDouble() < scores[i];
    }
    Predictions predictions = new Predictions(scores, important);

    Thresholds thresholds = ThresholdChoice.choose(predictions, NINE_IN_TEN);

    double removable =
        predictions.atLeast(Math.nextUp(thresholds.removableAtMost())).inverted().precision();
    assertThat(removable).isGreaterThanOrEqualTo(0.9);
    assertThat(predictions.atLeast(thresholds.importantAtLeast()).precision())
        .isGreaterThanOrEqualTo(0.9);
    assertThat(thresholds.removableAtMost()).isBetween(0.1, 0.3);
    assertThat(thresholds.importantAtLeast()).isBetween(0.7, 0.9);
  }

  @Test
  void shouldLeaveAVerdictUnusedWhenItsPrecisionIsOutOfReach() {
    Predictions coin = hundred(i -> i % 2 == 0);

    assertThat(ThresholdChoice.choose(coin, NINE_IN_TEN)).isEqualTo(new Thresholds(0, 1));
  }

  @Test
  void shouldNotTrustAHandfulOfFlags() {
    Predictions few = hundred(i -> (i % 2 == 0 && i >= 10) || i > 95);

    assertThat(ThresholdChoice.choose(few, new FlagPrecision(1, 1)))
        .isEqualTo(new Thresholds(0, 1));
  }

  @Test
  void shouldNotFlagAMajorityAgainstItsScore() {
    // Nearly all are important: calling everything important would be precise, but is no finding.
    Predictions predictions = hundred(i -> i != 3);

    Thresholds thresholds = ThresholdChoice.choose(predictions, NINE_IN_TEN);

    assertThat(thresholds).isEqualTo(new Thresholds(0, 0.51));
  }

  private static Predictions hundred(IntPredicate important) {
    double[] scores = IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 100.0).toArray();
    boolean[] positive = new boolean[100];
    for (int i = 0; i < 100; i++) {
      positive[i] = important.test(i + 1);
    }
    return new Predictions(scores, positive);
  }
}
