package dev.linchpin.lm;

/** Arithmetic on logits [vocab]. */
final class Logits {

  private Logits() {}

  /** Index of the largest value; the first of equals. */
  static int argMax(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    if (!Float.isFinite(logits[best])) {
      throw new ArithmeticException("expected finite logits, got " + logits[best]);
    }
    return best;
  }

  /** Natural log-probability of one token. */
  static double logProbability(float[] logits, int token) {
    double max = logits[argMax(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    return logits[token] - max - Math.log(sum);
  }
}
