package dev.linchpin.training;

import dev.linchpin.quality.Predictions;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Examples as arrays. */
final class Labels {
  private Labels() {}

  static boolean[] important(Examples examples) {
    boolean[] important = new boolean[examples.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = examples.important(i);
    }
    return important;
  }

  static List<String> chainIds(Examples examples) {
    return IntStream.range(0, examples.size()).mapToObj(examples::chainId).toList();
  }

  static Predictions predictions(Examples examples, ToDoubleFunction<float[]> score) {
    return new Predictions(figures(examples, score), important(examples));
  }

  /** One figure of each example's row, {@code [size]}; the row is only lent. */
  static double[] figures(Examples examples, ToDoubleFunction<float[]> figure) {
    float[] row = new float[examples.inputs()];
    double[] figures = new double[examples.size()];
    for (int i = 0; i < figures.length; i++) {
      examples.row(i, row);
      figures[i] = figure.applyAsDouble(row);
    }
    return figures;
  }
}
