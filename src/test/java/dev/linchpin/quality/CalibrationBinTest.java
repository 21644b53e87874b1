package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CalibrationBinTest {
  @Test
  void shouldPutEachScoreIntoItsBin() {
    // Given
    Predictions predictions =
        new Predictions(
            new double[] {0, 0.05, 0.1, 0.95, 1}, new boolean[] {false, true, false, true, true});

    // When
    List<CalibrationBin> bins = CalibrationBin.of(predictions);

    // Then
    assertThat(bins)
        .extracting(CalibrationBin::count)
        .containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 2);
    assertThat(bins.get(0)).isEqualTo(new CalibrationBin(0, 0.1, 2, 1, 0.025));
    assertThat(bins.get(0).share()).isEqualTo(0.5);
    assertThat(bins.get(1)).isEqualTo(new CalibrationBin(0.1, 0.2, 1, 0, 0.1));
    assertThat(bins.get(9)).isEqualTo(new CalibrationBin(0.9, 1, 2, 2, 0.975));
    assertThat(bins.get(9).interval()).isEqualTo(Interval.wilson(2, 2));
  }

  @Test
  void shouldHaveNoFiguresInAnEmptyBin() {
    // When
    List<CalibrationBin> bins =
        CalibrationBin.of(new Predictions(new double[] {}, new boolean[] {}));

    // Then
    assertThat(bins)
        .hasSize(10)
        .allSatisfy(
            bin -> {
              assertThat(bin.count()).isZero();
              assertThat(bin.meanScore()).isNaN();
              assertThat(bin.share()).isNaN();
              assertThat(bin.interval().isDefined()).isFalse();
            });
  }

  @Test
  void shouldGiveTheCalibrationErrorAsMeanOfItsGaps() {
    // Given
    Random random = new Random(11);
    boolean[] positive = new boolean[300];
    double[] scores = random.doubles(300).toArray();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = random.nextBoolean();
    }
    Predictions predictions = new Predictions(scores, positive);

    // When
    double error =
        CalibrationBin.of(predictions).stream()
            .mapToDouble(bin -> Math.abs(bin.meanScore() - bin.share()) * bin.count() / 300)
            .sum();

    // Then
    assertThat(error).isCloseTo(predictions.calibrationError(), within(1e-12));
  }
}
