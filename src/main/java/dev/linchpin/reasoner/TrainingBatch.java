package dev.linchpin.reasoner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.linchpin.reasoner.ChainWriter.Span;
import dev.linchpin.reasoner.ChainWriter.StepKind;
import dev.linchpin.reasoner.ChainWriter.Written;
import java.util.Arrays;
import java.util.List;

/**
 * Chains padded to one length, with a weight for each predicted token: little for what is drawn at
 * random and cannot be foreseen (the question, the choice of the next step), much for the results
 * of arithmetic, which are learned last.
 *
 * @param ids {@code [batch * length]}, row-major
 * @param next the token after each, same shape
 * @param weights weight of each prediction, summing to 1
 * @param rows batch
 * @param length tokens a row
 */
record TrainingBatch(long[] ids, long[] next, float[] weights, int rows, int length) {
  private static final float QUESTION_WEIGHT = 0.05f;
  private static final float CHOICE_WEIGHT = 0.5f;
  private static final float RESULT_WEIGHT = 3f;

  static TrainingBatch of(List<Written> chains) {
    int length = chains.stream().mapToInt(c -> c.tokens().length).max().orElseThrow() - 1;
    int cells = chains.size() * length;
    TrainingBatch batch =
        new TrainingBatch(
            new long[cells], new long[cells], new float[cells], chains.size(), length);
    for (int row = 0; row < chains.size(); row++) {
      batch.fill(row, chains.get(row));
    }
    batch.normalise();
    return batch;
  }

  private void fill(int row, Written chain) {
    int start = row * length;
    int[] tokens = chain.tokens();
    for (int i = 0; i + 1 < tokens.length; i++) {
      ids[start + i] = tokens[i];
      next[start + i] = tokens[i + 1];
      weights[start + i] = i + 1 < chain.questionEnd() ? QUESTION_WEIGHT : weightAfter(tokens[i]);
    }
    for (Span step : chain.steps()) {
      if (step.kind() == StepKind.NEEDED || step.kind() == StepKind.DETOUR) {
        weights[start + step.from() - 1] = CHOICE_WEIGHT;
        weights[start + step.to() - 3] = RESULT_WEIGHT;
      }
    }
  }

  private static float weightAfter(int token) {
    return token == Vocabulary.TOTAL ? RESULT_WEIGHT : 1f;
  }

  private void normalise() {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
  }

  long tokens() {
    return Arrays.stream(ids).filter(id -> id != Vocabulary.PAD).count();
  }

  NDArray ids(NDManager manager) {
    return manager.create(ids, new Shape(rows, length));
  }

  /** Weighted cross entropy, a scalar in nats. */
  NDArray loss(NDManager manager, NDArray logits) {
    Shape column = new Shape((long) rows * length, 1);
    NDArray logProbabilities = logits.reshape(-1, Vocabulary.size()).logSoftmax(-1);
    NDArray chosen = logProbabilities.gather(manager.create(next, column), 1);
    return chosen.mul(manager.create(weights, column)).sum().neg();
  }
}
