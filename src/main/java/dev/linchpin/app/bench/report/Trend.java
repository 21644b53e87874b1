package dev.linchpin.app.bench.report;

/**
 * The straight line through points, by least squares.
 *
 * @param slope change of y for one of x
 * @param mean mean of y
 */
public record Trend(double slope, double mean) {

  /**
   * Through these points.
   *
   * @param x {@code [n]}, not all the same
   * @param y {@code [n]}
   */
  public static Trend of(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - meanX) * (y[i] - meanY);
      variance += (x[i] - meanX) * (x[i] - meanX);
    }
    return new Trend(covariance / variance, meanY);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
