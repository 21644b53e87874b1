package dev.linchpin.dashboard.chain;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What removing steps of a chain showed; see {@link ChainAblated}.
 *
 * @param method in which order steps were taken out
 * @param measure how a shortened chain was compared with the original
 * @param outcome what became of the chain
 * @param completions drawn for every check of sufficiency, K
 * @param temperature of these completions
 * @param sufficiencyAtLeast demanded share of right completions, in [0, 1]
 * @param attainabilityAtLeast demanded attainability
 * @param influenceShare the lowest threshold share of influence that sufficed, in (0, 1]
 * @param prefixSteps steps of the shortest sufficient prefix
 * @param coreSteps steps that remained
 * @param forwardPasses passes of the model that it took
 * @param elapsedMs milliseconds that it took
 * @param ablatedAt when the result existed
 * @param steps every step in order; empty unless the chain was labelled
 */
public record AblationView(
    AblationMethod method,
    AttainabilityMeasure measure,
    ChainAblated.Outcome outcome,
    int completions,
    double temperature,
    double sufficiencyAtLeast,
    double attainabilityAtLeast,
    OptionalDouble influenceShare,
    int prefixSteps,
    int coreSteps,
    long forwardPasses,
    long elapsedMs,
    Instant ablatedAt,
    List<Step> steps) {
  public AblationView {
    steps = List.copyOf(steps);
  }

  /**
   * What removal showed of one step.
   *
   * @param index position in the chain, from 0
   * @param label what removal showed
   * @param sufficiency share of right completions without this step alone, in [0, 1]
   * @param attainability without this step alone
   * @param influence mean influence on the later steps of the prefix
   * @param influences influence on each later step of the prefix, the next one first
   */
  public record Step(
      int index,
      StepLabel label,
      OptionalDouble sufficiency,
      OptionalDouble attainability,
      OptionalDouble influence,
      List<Float> influences) {
    public Step {
      influences = List.copyOf(influences);
    }

    private static Step of(ChainAblated.Step step) {
      return new Step(
          step.stepIndex(),
          step.label(),
          step.sufficiency(),
          step.attainability(),
          step.influence(),
          step.influences());
    }
  }

  /** The result as it is shown. */
  public static AblationView of(ChainAblated chain) {
    ChainAblated.Settings settings = chain.settings();
    return new AblationView(
        settings.method(),
        settings.measure(),
        chain.outcome(),
        settings.completions(),
        settings.temperature(),
        settings.sufficiencyAtLeast(),
        settings.attainabilityAtLeast(),
        chain.influenceShare(),
        chain.prefixSteps(),
        chain.coreSteps(),
        chain.forwardPasses(),
        chain.elapsed().toMillis(),
        chain.ablatedAt(),
        chain.steps().stream().map(Step::of).toList());
  }

  boolean isOfSameKind(AblationView other) {
    return method == other.method && measure == other.measure;
  }

  int labelled() {
    return (int) steps.stream().filter(step -> step.label() != StepLabel.UNLABELLED).count();
  }
}
