package dev.linchpin.kernel;

/**
 * Products of steps with a layer's weights, as far as they have been summed up.
 *
 * @param values {@code [rows, outputs]}
 * @param outputs padded
 */
public record Sums(float[] values, int outputs) {}
