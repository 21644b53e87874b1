package dev.linchpin.lm;

/** Takes the likeliest token. */
record GreedySampler() implements Sampler {

  @Override
  public Draw draw(float[] logits) {
    int best = Logits.argMax(logits);
    return new Draw(best, Logits.logProbability(logits, best));
  }
}
