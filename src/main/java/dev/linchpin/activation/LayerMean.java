package dev.linchpin.activation;

/** The mean over layers: one arithmetic for whoever captures and whoever scores. */
public final class LayerMean {
  private LayerMean() {}

  /**
   * The mean over rows: the sum in their order, in float32, divided by their number.
   *
   * @param values {@code [layers * hidden]}, layer-major
   * @param hidden width of a row; {@code values} has whole rows
   * @return {@code [hidden]}
   */
  public static float[] of(float[] values, int hidden) {
    float[] mean = new float[hidden];
    for (int row = 0; row < values.length; row += hidden) {
      for (int i = 0; i < hidden; i++) {
        mean[i] += values[row + i];
      }
    }
    int layers = values.length / hidden;
    for (int i = 0; i < hidden; i++) {
      mean[i] /= layers;
    }
    return mean;
  }
}
