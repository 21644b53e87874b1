package dev.linchpin.lm;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws at a temperature from the smallest set of tokens that holds a share of probability. */
final class NucleusSampler implements Sampler {

  private final double temperature;
  private final double topP;
  private final Random random;

  NucleusSampler(double temperature, double topP, long seed) {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("expected a temperature above 0, got " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("expected top-p in (0, 1], got " + topP);
    }
    this.temperature = temperature;
    this.topP = topP;
    this.random = new Random(seed);
  }

  @Override
  public Draw draw(float[] logits) {
    double[] probabilities = tempered(logits);
    int token = choose(probabilities, candidates(probabilities));
    return new Draw(token, Logits.logProbability(logits, token));
  }

  private double[] tempered(float[] logits) {
    double max = logits[Logits.argMax(logits)];
    double[] weights = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp((logits[i] - max) / temperature);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /**
   * Tokens that may be in the nucleus, likeliest first. All tokens below the floor together hold
   * less than {@code 1 - topP}, so none of them is needed.
   */
  private int[] candidates(double[] probabilities) {
    double floor = (1 - topP) / probabilities.length;
    return IntStream.range(0, probabilities.length)
        .filter(i -> probabilities[i] >= floor)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int choose(double[] probabilities, int[] candidates) {
    int size = 0;
    double mass = 0;
    while (size < candidates.length && mass < topP) {
      mass += probabilities[candidates[size++]];
    }
    double left = random.nextDouble() * mass;
    int chosen = 0;
    while (chosen < size - 1 && left >= probabilities[candidates[chosen]]) {
      left -= probabilities[candidates[chosen++]];
    }
    return candidates[chosen];
  }
}
