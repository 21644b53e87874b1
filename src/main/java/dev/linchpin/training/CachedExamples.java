package dev.linchpin.training;

import dev.linchpin.probe.ProbeInput;

/** Labels whose activations lie in a cache, as a probe reads them; in the order given. */
final class CachedExamples implements Examples {
  private final LabelIndex labels;
  private final ActivationCache cache;
  private final ProbeInput input;
  private final int[] order;
  private final float[] captured;

  /**
   * Examples.
   *
   * @param input of the cache's shape
   * @param order numbers of the labels, each with activations in the cache
   */
  CachedExamples(LabelIndex labels, ActivationCache cache, ProbeInput input, int[] order) {
    this.labels = labels;
    this.cache = cache;
    this.input = input;
    this.order = order;
    this.captured = new float[input.shape().size()];
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public int inputs() {
    return input.size();
  }

  @Override
  public boolean important(int index) {
    return labels.important(order[index]);
  }

  @Override
  public String chainId(int index) {
    return labels.chainId(order[index]);
  }

  @Override
  public void row(int index, float[] into) {
    cache.read(labels.row(order[index]), captured);
    float[] inputs = input.of(captured);
    System.arraycopy(inputs, 0, into, 0, inputs.length);
  }
}
