package dev.linchpin.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.util.List;

/**
 * What taking a chain apart showed.
 *
 * @param outcome whether its steps are labelled, and why not
 * @param prefixSteps steps of the shortest sufficient prefix
 * @param coreSteps steps that remained
 * @param labels of all steps in their order; empty unless labelled
 */
public record Removal(Outcome outcome, int prefixSteps, int coreSteps, List<StepLabel> labels) {
  public Removal {
    labels = List.copyOf(labels);
  }

  static Removal of(Ablation.Result result) {
    return new Removal(
        result.outcome(),
        result.core().prefixSteps(),
        result.core().coreSteps(),
        result.core().steps().stream().map(ChainAblated.Step::label).toList());
  }

  public boolean labelled() {
    return outcome == Outcome.LABELLED;
  }

  /** Core as a share of the prefix, in (0, 1]. */
  public double coreShare() {
    return coreSteps / (double) prefixSteps;
  }
}
