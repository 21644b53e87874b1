package dev.linchpin.study.report;

import java.util.stream.LongStream;

/**
 * Round numbers at even distances: multiples of a step of 1, 2 or 5 times a power of ten.
 *
 * @param step distance
 * @param first multiple of the step to begin with
 * @param last multiple to end with
 */
record Ticks(double step, long first, long last) {
  private static final double SLACK = 1e-9;

  /** From at or below the low end to at or above the high end. */
  static Ticks around(double low, double high, int steps) {
    double step = step((high - low) / steps);
    return new Ticks(
        step, (long) Math.floor(low / step + SLACK), (long) Math.ceil(high / step - SLACK));
  }

  /** Those between the ends, at least a step apart. */
  static Ticks within(double low, double high, int steps, double leastStep) {
    double step = Math.max(leastStep, step((high - low) / steps));
    return new Ticks(
        step, (long) Math.ceil(low / step - SLACK), (long) Math.floor(high / step + SLACK));
  }

  double low() {
    return first * step;
  }

  double high() {
    return last * step;
  }

  double[] values() {
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }

  /** A tick's name, all with the same number of digits after the point. */
  String label(double value) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + SLACK));
    boolean plain = decimals <= 5 && Math.max(Math.abs(low()), Math.abs(high())) < 1e7;
    return plain ? Numbers.fixed(value, decimals) : Numbers.brief(value);
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double factor = least / power;
    if (factor <= 1 + SLACK) {
      return power;
    }
    if (factor <= 2 + SLACK) {
      return 2 * power;
    }
    return factor <= 5 + SLACK ? 5 * power : 10 * power;
  }
}
