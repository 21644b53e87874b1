package dev.linchpin.kernel;

/**
 * A block of the inputs of several steps.
 *
 * @param values {@code [rows, stride]}
 * @param stride from one row to the next
 * @param rows number of steps
 * @param depth inputs of the block, at most {@code stride}
 */
public record Panel(float[] values, int stride, int rows, int depth) {}
