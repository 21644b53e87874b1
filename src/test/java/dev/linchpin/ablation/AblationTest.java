package dev.linchpin.ablation;

import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.lm.CausalLm;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.ChainAblated.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the bundled reasoner, on a puzzle worked out by hand. */
final class AblationTest {
  private static final String QUESTION =
      """
      Find h plus k?
      Let a=3.
      Let d=1.
      h: a plus 4.
      n: d minus a.
      k: d plus 5.
      """;
  private static final List<String> STEPS =
      List.of(
          "Need h k.\n",
          "h: a plus 4 is 3 plus 4 so h=7.\n",
          "n: d minus a is 1 minus 3 so n=8.\n",
          "Not needed.\n",
          "k: d plus 5 is 1 plus 5 so k=6.\n");
  private static final String ANSWER = "h=7 plus k=6 total=3.";

  private static CausalLm model;

  @BeforeAll
  static void load() {
    model = CausalLm.load(Path.of("models", "reasoner"));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static Ablation ablation(AblationMethod method, AttainabilityMeasure measure) {
    Settings settings = new Settings(method, measure, 5, 0.6, 0.95, 7, 0.8, 0.8);
    return new Ablation(model, settings, new Elicitation("Answer:", 24));
  }

  private static FinishedChain chain(List<String> steps, String answerKey) {
    return new FinishedChain("chain", QUESTION, steps, ANSWER, answerKey);
  }

  private static StepLabel label(Ablation.Result result, int step) {
    return result.core().steps().get(step).label();
  }

  @ParameterizedTest
  @EnumSource(AblationMethod.class)
  void shouldFindTheStepsThatTheAnswerNeeds(AblationMethod method) {
    // When
    Ablation.Result result =
        ablation(method, AttainabilityMeasure.WORST_STEP).ablate(chain(STEPS, "3"));

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.LABELLED);
    assertThat(result.core().steps()).hasSize(5);
    assertThat(result.core().prefixSteps()).isEqualTo(5);
    assertThat(label(result, 1)).isEqualTo(IMPORTANT);
    assertThat(label(result, 2)).isEqualTo(REMOVABLE);
    assertThat(label(result, 3)).isEqualTo(REMOVABLE);
    assertThat(label(result, 4)).isEqualTo(IMPORTANT);
    assertThat(result.core().coreSteps())
        .isEqualTo(
            (int) result.core().steps().stream().filter(step -> step.label() == IMPORTANT).count());
    assertThat(result.forwardPasses()).isPositive();
  }

  @Test
  void shouldSayWhatLeavingOutOneStepDoes() {
    // When
    List<ChainAblated.Step> steps =
        ablation(AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP)
            .ablate(chain(STEPS, "3"))
            .core()
            .steps();

    // Then
    assertThat(steps.get(1).sufficiency().getAsDouble()).isLessThan(0.8);
    assertThat(steps.get(1).attainability().getAsDouble()).isLessThan(0.8);
    assertThat(steps.get(2).sufficiency().getAsDouble()).isGreaterThanOrEqualTo(0.8);
    assertThat(steps.get(1).influences()).hasSize(4).allMatch(value -> value > 0);
    assertThat(steps.get(1).influence().getAsDouble()).isPositive();
  }

  @Test
  void shouldLeaveUnlabelledWhatThePaperLeavesUnlabelled() {
    // When
    List<ChainAblated.Step> steps =
        ablation(AblationMethod.INFLUENCE, AttainabilityMeasure.MEAN_PERPLEXITY)
            .ablate(chain(STEPS, "3"))
            .core()
            .steps();

    // Then
    assertThat(steps.get(1).label()).isEqualTo(IMPORTANT);
    assertThat(steps.get(4).label()).isEqualTo(IMPORTANT);
    assertThat(steps.get(1).influences()).hasSize(3);
  }

  @Test
  void shouldGiveTheSameResultAgainWhateverElseIsAsked() {
    // Given
    Ablation ablation = ablation(AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP);
    List<FinishedChain> chains = new ArrayList<>(Collections.nCopies(4, chain(STEPS, "3")));
    Ablation.Result alone = ablation.ablate(chains.get(0));

    // When
    List<Ablation.Result> together = chains.parallelStream().map(ablation::ablate).toList();

    // Then
    assertThat(together).allSatisfy(result -> assertThat(result).isEqualTo(alone));
  }

  @Test
  void shouldNotLabelAChainThatLeadsElsewhere() {
    assertThat(outcome(chain(STEPS, "9"))).isEqualTo(Outcome.NOT_SUFFICIENT);
  }

  @Test
  void shouldNotLabelAChainThatTheModelDoesNotNeed() {
    // Given: the answer is what the model says at once
    String direct =
        new GreedyAnswers(model, 24).continuations(List.of(QUESTION + "Answer:")).get(0);
    String guess = direct.replaceAll("(?s).*total=(\\d).*", "$1");

    // When
    Settings sure =
        new Settings(
            AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP, 5, 0, 1, 7, 0.8, 0.8);
    Ablation.Result result =
        new Ablation(model, sure, new Elicitation("Answer:", 24)).ablate(chain(STEPS, guess));

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_NECESSARY);
    assertThat(result.core()).isEqualTo(Core.NONE);
  }

  @Test
  void shouldNotAskAboutAChainThatLeavesNoRoomForAnAnswer() {
    List<String> long1 = new ArrayList<>(Collections.nCopies(200, STEPS.get(1)));

    assertThat(outcome(chain(long1, "3"))).isEqualTo(Outcome.TOO_LONG);
  }

  private static Outcome outcome(FinishedChain chain) {
    return ablation(AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP)
        .ablate(chain)
        .outcome();
  }
}
