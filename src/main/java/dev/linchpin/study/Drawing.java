package dev.linchpin.study;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the likeliest
 * @param topP nucleus mass in (0, 1]
 * @param seed of the first chain; the others count on
 */
public record Drawing(double temperature, double topP, long seed) {

  /** As arXiv 2604.18307 draws. */
  public static Drawing asInThePaper(long seed) {
    return new Drawing(0.6, 0.95, seed);
  }

  /** Always the likeliest token. */
  public static Drawing greedy() {
    return new Drawing(0, 1, 0);
  }
}
