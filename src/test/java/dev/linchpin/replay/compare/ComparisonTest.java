package dev.linchpin.replay.compare;

import static dev.linchpin.reasoning.Verdict.IMPORTANT;
import static dev.linchpin.reasoning.Verdict.REMOVABLE;
import static dev.linchpin.reasoning.Verdict.UNCERTAIN;
import static dev.linchpin.replay.compare.ScoredSamples.both;
import static dev.linchpin.replay.compare.ScoredSamples.chain;
import static dev.linchpin.replay.compare.ScoredSamples.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.replay.compare.Comparison.Truth;
import dev.linchpin.wire.StepLabelled;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  @Test
  void shouldSayWhichVerdictsDifferWhereAndHowFarScoresAreApart() {
    // Given
    var first = both(chain("a", 0.9, 0.5, 0.1), chain("b", 0.8, 0.2));
    var second = both(chain("a", 0.9, 0.8, 0.2), chain("c", 0.5));

    // When
    Comparison comparison = Comparison.of(first, second, Map.of());

    // Then
    assertThat(comparison.pairs()).hasSize(3);
    assertThat(comparison.chains()).isEqualTo(1);
    assertThat(comparison.onlyFirst()).isEqualTo(2);
    assertThat(comparison.onlySecond()).isEqualTo(1);
    assertThat(comparison.verdicts())
        .isEqualTo(
            Map.of(
                IMPORTANT, Map.of(IMPORTANT, 1L),
                UNCERTAIN, Map.of(IMPORTANT, 1L),
                REMOVABLE, Map.of(REMOVABLE, 1L)));
    assertThat(comparison.flips()).extracting(Pair::step).containsExactly(new StepRef("a", 1));
    assertThat(comparison.flipsByChain()).isEqualTo(Map.of("a", 1L));
    assertThat(comparison.worst(5))
        .extracting(pair -> pair.step().stepIndex())
        .containsExactly(1, 2);
    assertThat(comparison.worst(1)).hasSize(1);
    assertThat(comparison.differences().at(1)).isCloseTo(0.3, within(1e-12));
    assertThat(comparison.differences().at(0.5)).isCloseTo(0.1, within(1e-12));
    assertThat(comparison.meanDifference()).isCloseTo(0.4 / 3, within(1e-12));
    assertThat(comparison.truth()).isEmpty();
  }

  @Test
  void shouldHoldBothAgainstTheLabelsThatExist() {
    // Given
    Map<StepRef, StepLabelled> labels = new HashMap<>(labels("a", true, false));
    labels.putAll(labels("b", true, false));
    var first = both(chain("a", 0.2, 0.7), chain("b", 0.3, 0.6, 0.5));
    var second = both(chain("a", 0.9, 0.1), chain("b", 0.8, 0.3, 0.5));

    // When
    Truth truth = Comparison.of(first, second, labels).truth().orElseThrow();

    // Then
    assertThat(truth.labels()).isEqualTo(4);
    assertThat(truth.chains()).isEqualTo(2);
    assertThat(truth.first().auroc().value()).isZero();
    assertThat(truth.second().auroc().value()).isEqualTo(1);
    assertThat(truth.first().accuracy().value()).isZero();
    assertThat(truth.second().accuracy().value()).isEqualTo(1);
    assertThat(truth.second().calibrationError().value()).isCloseTo(0.175, within(1e-12));
    assertThat(truth.aurocGain().low()).isEqualTo(1);
    assertThat(truth.second().calibrationError().interval().low())
        .isLessThanOrEqualTo(truth.second().calibrationError().interval().high());
  }

  @Test
  void shouldCompareNothingWithoutCommonSteps() {
    Comparison comparison = Comparison.of(chain("a", 0.5), chain("b", 0.5), labels("a", true));

    assertThat(comparison.pairs()).isEmpty();
    assertThat(comparison.meanDifference()).isNaN();
    assertThat(comparison.truth()).isEmpty();
  }
}
