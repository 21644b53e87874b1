package dev.linchpin.kernel;

/**
 * A block of the inputs of several steps.
 *
 * @param values {@code [rows, STRIDE]}
 * @param rows number of steps, a multiple of {@link Kernel#ROWS}; what stands in rows that are not
 *     needed does not matter
 * @param depth inputs of the block, at most {@link #STRIDE}
 */
public record Panel(float[] values, int rows, int depth) {
  /**
   * From one row to the next: inputs of a whole block. Of bfloat16 they are 2 KiB, a run that
   * memory delivers a third faster than half of it; 96 rows are 384 KiB, which a core's own cache
   * holds.
   */
  public static final int STRIDE = 1024;
}
