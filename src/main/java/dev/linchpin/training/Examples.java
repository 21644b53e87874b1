package dev.linchpin.training;

/**
 * Steps whose importance is known, by index: what a probe is trained on. Rows may lie on disk, so
 * they are read into the caller's array, one at a time. For one thread at a time.
 */
public interface Examples {
  /** Number of examples. */
  int size();

  /** Number of values in each row. */
  int inputs();

  /**
   * Whether the answer depends on the step.
   *
   * @param index from 0 to {@link #size()} - 1
   */
  boolean important(int index);

  /**
   * The chain that the step belongs to.
   *
   * @param index from 0 to {@link #size()} - 1
   */
  String chainId(int index);

  /**
   * Reads what the probe reads of the step, finite and not standardised.
   *
   * @param index from 0 to {@link #size()} - 1
   * @param into {@code [inputs]}
   */
  void row(int index, float[] into);
}
