package dev.linchpin.training;

import java.util.List;

/** Examples in memory. */
record StepList(List<LabelledStep> steps) implements Examples {
  /**
   * Examples from steps.
   *
   * @throws IllegalArgumentException if the steps differ in their number of inputs
   */
  StepList {
    steps = List.copyOf(steps);
    List<Integer> inputs = steps.stream().map(s -> s.activations().length).distinct().toList();
    if (inputs.size() > 1) {
      throw new IllegalArgumentException("expected steps with one number of inputs, got " + inputs);
    }
  }

  @Override
  public int size() {
    return steps.size();
  }

  @Override
  public int inputs() {
    return steps.isEmpty() ? 0 : steps.get(0).activations().length;
  }

  @Override
  public boolean important(int index) {
    return steps.get(index).important();
  }

  @Override
  public String chainId(int index) {
    return steps.get(index).step().chainId();
  }

  @Override
  public void row(int index, float[] into) {
    System.arraycopy(steps.get(index).activations(), 0, into, 0, into.length);
  }
}
