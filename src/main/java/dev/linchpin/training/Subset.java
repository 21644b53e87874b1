package dev.linchpin.training;

/**
 * Some of the examples of a set, without a copy of their rows.
 *
 * @param all the set
 * @param indices which of them, in this order
 */
record Subset(Examples all, int[] indices) implements Examples {
  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int inputs() {
    return all.inputs();
  }

  @Override
  public boolean important(int index) {
    return all.important(indices[index]);
  }

  @Override
  public String chainId(int index) {
    return all.chainId(indices[index]);
  }

  @Override
  public void row(int index, float[] into) {
    all.row(indices[index], into);
  }
}
