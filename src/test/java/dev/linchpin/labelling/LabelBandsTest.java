package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.wire.ProbeEvaluated.Band;
import dev.linchpin.wire.ProbeEvaluated.Bands;
import dev.linchpin.wire.ProbeEvaluated.CalibrationBin;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabelBandsTest {
  @Test
  void shouldEncloseTheFiguresAndBeRepeatable() {
    // Given
    List<LabelledScore> scores = scores(60, 5);
    Figures figures = LabelFigures.of(scores);

    // When
    Bands bands = LabelBands.of(scores);

    // Then
    Band auroc = bands.auroc().orElseThrow();
    Band accuracy = bands.accuracy().orElseThrow();
    assertThat(figures.auroc().orElseThrow()).isBetween(auroc.low(), auroc.high());
    assertThat(figures.accuracy().orElseThrow()).isBetween(accuracy.low(), accuracy.high());
    // Independent steps: 2 * 1.96 √(p (1 - p) / 300).
    double p = figures.accuracy().orElseThrow();
    double width = 2 * 1.96 * Math.sqrt(p * (1 - p) / scores.size());
    assertThat(accuracy.high() - accuracy.low()).isCloseTo(width, within(0.25 * width));
    assertThat(LabelBands.of(scores)).isEqualTo(bands);
  }

  @Test
  void shouldDrawWholeChains() {
    // Given: a chain is right or wrong as a whole
    List<LabelledScore> scores =
        IntStream.range(0, 400)
            .mapToObj(i -> labelled("c" + i / 10, true, i / 10 % 2 == 0 ? 0.9 : 0.1))
            .toList();

    // When
    Band accuracy = LabelBands.of(scores).accuracy().orElseThrow();

    // Then: 40 chains, not 400 steps
    double width = 2 * 1.96 * Math.sqrt(0.25 / 40);
    assertThat(accuracy.high() - accuracy.low()).isCloseTo(width, within(0.25 * width));
  }

  @Test
  void shouldCountScoresAndTruthByBin() {
    // When
    List<CalibrationBin> bins =
        LabelBands.of(
                List.of(
                    labelled("a", true, 0.25),
                    labelled("a", false, 0.25),
                    labelled("b", false, 0.28),
                    labelled("b", true, 0.99)))
            .calibration();

    // Then
    assertThat(bins).hasSize(10);
    CalibrationBin third = bins.get(2);
    assertThat(third.count()).isEqualTo(3);
    assertThat(third.meanScore().orElseThrow()).isCloseTo(0.26, within(1e-12));
    assertThat(third.importantShare()).hasValue(1.0 / 3);
    assertThat(third.band().orElseThrow().low()).isCloseTo(0.0615, within(5e-5));
    assertThat(third.band().orElseThrow().high()).isCloseTo(0.7923, within(5e-5));
    assertThat(bins.get(3).meanScore()).isEqualTo(OptionalDouble.empty());
    assertThat(bins.get(3).band()).isEmpty();
  }

  @Test
  void shouldLeaveWhatIsNotDefinedEmpty() {
    // When
    Bands none = LabelBands.of(List.of());
    Bands oneClass = LabelBands.of(List.of(labelled("a", true, 0.9)));

    // Then
    assertThat(none.auroc()).isEmpty();
    assertThat(none.accuracy()).isEmpty();
    assertThat(none.calibration()).hasSize(10).allMatch(bin -> bin.count() == 0);
    assertThat(oneClass.auroc()).isEmpty();
    assertThat(oneClass.accuracy()).contains(new Band(1, 1));
  }

  @Test
  void shouldDrawLessOftenFromALargeWindow() {
    // When
    List<Integer> resamples =
        IntStream.of(0, 500, 2_500, 5_000, 1_000_000).mapToObj(LabelBands::resamples).toList();

    // Then
    assertThat(resamples).containsExactly(200, 200, 200, 100, 40);
  }

  private static List<LabelledScore> scores(int chains, int steps) {
    Random random = new Random(4);
    return IntStream.range(0, chains * steps)
        .mapToObj(
            i -> {
              boolean important = random.nextBoolean();
              double score =
                  0.5 + (important ? 0.15 : -0.15) + 0.34 * (2 * random.nextDouble() - 1);
              return labelled("c" + i / steps, important, score);
            })
        .toList();
  }

  private static LabelledScore labelled(String chainId, boolean important, double score) {
    return new LabelledScore(chainId, important, score, verdict(score), 1_000);
  }
}
