package dev.linchpin.lm;

/** Chooses a token from logits. */
public sealed interface Sampler permits GreedySampler, NucleusSampler {

  /**
   * A chosen token.
   *
   * @param token its id
   * @param logProbability its natural log-probability under the model, at temperature 1 and without
   *     truncation
   */
  record Draw(int token, double logProbability) {}

  /**
   * Chooses the next token.
   *
   * @param logits [vocab]
   */
  Draw draw(float[] logits);

  /** Always the likeliest token; the first of equals. */
  static Sampler greedy() {
    return new GreedySampler();
  }

  /**
   * Random among the likeliest tokens that together hold {@code topP} of the tempered probability.
   *
   * @param temperature above 0
   * @param topP in (0, 1]
   * @param seed the same seed gives the same tokens for the same logits
   */
  static Sampler nucleus(double temperature, double topP, long seed) {
    return new NucleusSampler(temperature, topP, seed);
  }

  /** Greedy at temperature 0, otherwise nucleus. */
  static Sampler of(double temperature, double topP, long seed) {
    return temperature == 0 ? greedy() : nucleus(temperature, topP, seed);
  }
}
