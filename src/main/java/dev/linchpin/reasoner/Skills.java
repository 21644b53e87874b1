package dev.linchpin.reasoner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.linchpin.reasoner.ChainWriter.Span;
import dev.linchpin.reasoner.ChainWriter.StepKind;
import dev.linchpin.reasoner.ChainWriter.Written;
import java.util.List;

/**
 * Shares of right next tokens on held-out chains, teacher-forced, each in [0, 1].
 *
 * @param plan tokens of the plan
 * @param lookUp operands' values
 * @param arithmetic results
 * @param relevance what follows a computing step: a remark after a detour, none after a needed one
 */
public record Skills(double plan, double lookUp, double arithmetic, double relevance) {

  static Skills measure(NDManager manager, TrainableTransformer model, List<Written> chains) {
    Tally tally = new Tally();
    try (NDScope scope = new NDScope()) {
      TrainingBatch batch = TrainingBatch.of(chains);
      NDArray best = model.logits(batch.ids(manager)).argMax(2);
      long[] predicted = best.toLongArray();
      for (int row = 0; row < chains.size(); row++) {
        tally.add(chains.get(row), predicted, row * batch.length());
      }
      scope.suppressNotUsedWarning();
    }
    return new Skills(tally.share(0), tally.share(1), tally.share(2), tally.share(3));
  }

  private static final class Tally {
    private final int[] right = new int[4];
    private final int[] all = new int[4];

    double share(int skill) {
      return right[skill] / (double) Math.max(1, all[skill]);
    }

    void add(Written chain, long[] predicted, int start) {
      for (Span step : chain.steps()) {
        int[] tokens = chain.tokens();
        if (step.kind() == StepKind.PLAN) {
          for (int i = step.from() + 1; i < step.to(); i++) {
            count(0, predicted[start + i - 1] == tokens[i]);
          }
        } else if (step.kind() == StepKind.NEEDED || step.kind() == StepKind.DETOUR) {
          count(1, predicted[start + step.from() + 4] == tokens[step.from() + 5]);
          count(2, predicted[start + step.to() - 3] == tokens[step.to() - 2]);
          boolean remark = predicted[start + step.to() - 1] == Vocabulary.NOT;
          count(3, remark == (step.kind() == StepKind.DETOUR));
        }
      }
    }

    private void count(int skill, boolean hit) {
      all[skill]++;
      right[skill] += hit ? 1 : 0;
    }
  }
}
