package dev.linchpin.quality;

/**
 * A confidence interval.
 *
 * @param low lower bound, NaN if undefined
 * @param high upper bound, NaN if undefined
 */
public record Interval(double low, double high) {}
