package dev.linchpin.app.study;

/**
 * A figure of the reference reasoner and what it has to reach.
 *
 * @param name what is measured
 * @param value what it is
 * @param bound what it has to reach
 * @param atLeast whether the bound is the least value allowed, else the most
 */
record Bar(String name, double value, double bound, boolean atLeast) {
  static Bar atLeast(String name, double value, double bound) {
    return new Bar(name, value, bound, true);
  }

  static Bar atMost(String name, double value, double bound) {
    return new Bar(name, value, bound, false);
  }

  boolean met() {
    return atLeast ? value >= bound : value <= bound;
  }
}
