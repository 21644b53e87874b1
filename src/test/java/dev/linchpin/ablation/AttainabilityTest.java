package dev.linchpin.ablation;

import static dev.linchpin.reasoning.AttainabilityMeasure.MEAN_PERPLEXITY;
import static dev.linchpin.reasoning.AttainabilityMeasure.WORST_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.ablation.Likelihood.Part;
import dev.linchpin.reasoning.AttainabilityMeasure;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttainabilityTest {
  private static final Part ANSWER = new Part(-1, 10);
  private static final Likelihood ORIGINAL =
      new Likelihood(Map.of(0, new Part(-2, 10), 1, new Part(-4, 10), 3, new Part(0, 5)), ANSWER);

  private static Attainability by(AttainabilityMeasure measure) {
    return new Attainability(measure, ORIGINAL, 5);
  }

  @Test
  void shouldFollowThePapersFormula() {
    Likelihood shortened = new Likelihood(Map.of(0, new Part(-6, 10), 3, new Part(0, 5)), ANSWER);

    double attainability = by(MEAN_PERPLEXITY).of(shortened);

    double original = Math.exp(6.0 / 25);
    assertThat(attainability)
        .isCloseTo(1 - (Math.exp(6.0 / 15) - original) / (5 - original), within(1e-12));
  }

  @Test
  void shouldNeverExceedOne() {
    Likelihood likelier = new Likelihood(Map.of(1, new Part(-1, 10)), new Part(-0.5, 10));

    assertThat(by(MEAN_PERPLEXITY).of(likelier)).isEqualTo(1);
    assertThat(by(WORST_STEP).of(likelier)).isEqualTo(1);
  }

  @Test
  void shouldLookAtTheStepThatSuffersMost() {
    Likelihood shortened = new Likelihood(Map.of(0, new Part(-2, 10), 1, new Part(-9, 10)), ANSWER);

    assertThat(by(WORST_STEP).of(shortened)).isCloseTo(Math.exp(-0.5), within(1e-12));
    assertThat(by(WORST_STEP).worst(shortened)).contains(1);
  }

  @Test
  void shouldCountTheAnswerAsAStep() {
    Likelihood doubtful = new Likelihood(Map.of(0, new Part(-2, 10)), new Part(-8, 10));

    assertThat(by(WORST_STEP).of(doubtful)).isCloseTo(Math.exp(-0.7), within(1e-12));
  }

  @Test
  void shouldCompareNothingWithoutSteps() {
    Likelihood nothing = new Likelihood(Map.of(), ANSWER);

    assertThat(by(MEAN_PERPLEXITY).of(nothing)).isEqualTo(1);
    assertThat(by(WORST_STEP).of(nothing)).isEqualTo(1);
    assertThat(by(WORST_STEP).worst(nothing)).isEmpty();
  }
}
