package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PredictionsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void shouldCountOrderedPairsForAuroc() {
    Predictions predictions =
        predictions(new double[] {0.1, 0.4, 0.35, 0.8}, false, false, true, true);

    assertThat(predictions.auroc()).isCloseTo(0.75, EXACT);
  }

  @Test
  void shouldCountTiesHalf() {
    Predictions predictions =
        predictions(new double[] {0.5, 0.5, 0.5, 0.9}, true, false, false, true);

    assertThat(predictions.auroc()).isCloseTo((0.5 + 0.5 + 1 + 1) / 4, EXACT);
  }

  @Test
  void shouldAgreeWithComparingAllPairs() {
    Random random = new Random(7);
    double[] scores = random.doubles(200).map(score -> Math.round(score * 20) / 20.0).toArray();
    boolean[] positive = new boolean[200];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = random.nextInt(3) == 0;
    }

    double auroc = new Predictions(scores, positive).auroc();

    assertThat(auroc).isCloseTo(shareOfOrderedPairs(scores, positive), EXACT);
  }

  @Test
  void shouldHaveNoAurocWhenAClassIsAbsent() {
    assertThat(predictions(new double[] {0.2, 0.3}, true, true).auroc()).isNaN();
    assertThat(predictions(new double[] {0.2, 0.3}, false, false).auroc()).isNaN();
    assertThat(predictions(new double[] {}).auroc()).isNaN();
  }

  @Test
  void shouldCountVerdictsAtAThreshold() {
    Predictions predictions =
        predictions(new double[] {0.9, 0.5, 0.5, 0.4, 0.1}, true, true, false, true, false);

    assertThat(predictions.atLeast(0.5)).isEqualTo(new Confusion(2, 1, 1, 1));
    assertThat(predictions.positives()).isEqualTo(3);
  }

  @Test
  void shouldAverageSquaredErrorsForBrier() {
    Predictions predictions = predictions(new double[] {0.9, 0.2}, true, true);

    assertThat(predictions.brier()).isCloseTo((0.01 + 0.64) / 2, EXACT);
    assertThat(predictions(new double[] {}).brier()).isNaN();
  }

  @Test
  void shouldWeighEachBinsErrorByItsSize() {
    Predictions predictions =
        predictions(new double[] {0.12, 0.18, 0.91, 1.0}, false, true, true, true);

    // Bin 1: 0.30 expected, 1 seen. Bin 9: 1.91 expected, 2 seen. Over four predictions.
    assertThat(predictions.calibrationError()).isCloseTo((0.70 + 0.09) / 4, EXACT);
    assertThat(predictions(new double[] {}).calibrationError()).isNaN();
  }

  @Test
  void shouldSelectWithRepetition() {
    Predictions selected =
        predictions(new double[] {0.1, 0.2, 0.3}, true, false, true).select(new int[] {2, 0, 2});

    assertThat(selected.scores()).containsExactly(0.3, 0.1, 0.3);
    assertThat(selected.positive()).containsExactly(true, true, true);
  }

  @Test
  void shouldRefuseScoresThatAreNotNumbersAndUnequalLengths() {
    assertThatThrownBy(() -> predictions(new double[] {Double.NaN}, true))
        .hasMessage("expected numbers as scores, got NaN");
    assertThatThrownBy(() -> predictions(new double[] {0.1}))
        .hasMessage("expected as many labels as scores, got 1 scores and 0 labels");
  }

  private static Predictions predictions(double[] scores, boolean... positive) {
    return new Predictions(scores, positive);
  }

  private static double shareOfOrderedPairs(double[] scores, boolean[] positive) {
    double ordered = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          ordered += (Math.signum(scores[i] - scores[j]) + 1) / 2;
        }
      }
    }
    return ordered / pairs;
  }
}
