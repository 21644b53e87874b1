package dev.linchpin.ablation;

import java.util.List;

/** What leaving steps out one by one said of a chain. */
public sealed interface LeaveOneOutResult {
  /**
   * Labels of a chain.
   *
   * @param important for each step, whether the model fails without it
   */
  record Labelled(List<Boolean> important) implements LeaveOneOutResult {}

  /** The model does not reach the right answer with the whole chain: it shows nothing. */
  record NotSufficient() implements LeaveOneOutResult {}

  /** The model reaches the right answer without any step: no step can be important. */
  record NotNecessary() implements LeaveOneOutResult {}
}
