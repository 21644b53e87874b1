package dev.linchpin.kernel;

/**
 * Where training data lay.
 *
 * @param mean {@code [inputs]}
 * @param scale {@code [inputs]}, one over the standard deviation
 */
public record Spread(float[] mean, float[] scale) {}
