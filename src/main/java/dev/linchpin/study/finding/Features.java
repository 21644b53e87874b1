package dev.linchpin.study.finding;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a classifier sees of a step. */
interface Features {
  /** Activations as the stream delivered them, {@code [layers * hidden]}. */
  Features STREAMED = of(Sample::streamed);

  /** Activations as a pass over the finished chain gives them, {@code [layers * hidden]}. */
  Features READ = of(sample -> sample.reading().mean());

  /** Activations of the step without its chain, {@code [layers * hidden]}. */
  Features ALONE = of(Sample::alone);

  /** The features of any step; what has to be fitted is fitted to the training side alone. */
  Function<Sample, float[]> fit(List<Sample> training);

  /** Features with nothing to fit. */
  static Features of(Function<Sample, float[]> features) {
    return training -> features;
  }

  /** Activations, their layers averaged into {@code [hidden]}. */
  static Features layerMean(Function<Sample, float[]> activations, int layers) {
    return of(sample -> mean(activations.apply(sample), layers));
  }

  private static float[] mean(float[] flat, int layers) {
    float[] mean = new float[flat.length / layers];
    for (int i = 0; i < flat.length; i++) {
      mean[i % mean.length] += flat[i] / layers;
    }
    return mean;
  }

  /** One layer of activations, {@code [hidden]}. */
  static Features layer(Function<Sample, float[]> activations, int layer, int hidden) {
    return of(
        sample ->
            Arrays.copyOfRange(activations.apply(sample), layer * hidden, (layer + 1) * hidden));
  }
}
