package dev.linchpin.app.cluster;

/**
 * A figure and what it has to reach.
 *
 * @param name what is measured
 * @param value what it is
 * @param side on which side of the bound it has to be
 * @param bound what it has to reach
 */
public record Bar(String name, double value, Side side, double bound) {

  /** Where a value has to be. */
  public enum Side {
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    /** As in a comparison: {@code >=}. */
    public String sign() {
      return sign;
    }
  }

  public static Bar atLeast(String name, double value, double bound) {
    return new Bar(name, value, Side.AT_LEAST, bound);
  }

  public static Bar atMost(String name, double value, double bound) {
    return new Bar(name, value, Side.AT_MOST, bound);
  }

  /** Whether the bound is reached; a value that is not a number never does. */
  public boolean met() {
    return side == Side.AT_LEAST ? value >= bound : value <= bound;
  }
}
