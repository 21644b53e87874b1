package dev.linchpin.study.finding;

import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.feature.NGrams;
import dev.linchpin.study.feature.SurfaceFeatures;
import dev.linchpin.study.feature.TfIdf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Features of a step that need no activations. */
final class TextFeatures {
  /** Terms that count, the most frequent ones of the training side. */
  private static final int TERMS = 1000;

  /** Weights of 1- to 5-grams, {@code [terms]}. */
  static final Features WORDS = TextFeatures::words;

  /** Surface features, {@code [SurfaceFeatures.names()]}. */
  static final Features SURFACE = TextFeatures::surface;

  /** How likely the step's tokens were: mean, least, most, first, last and sum, in nats. */
  static final Features LOG_PROBABILITIES =
      Features.of(sample -> summary(sample.reading().logProbabilities()));

  private TextFeatures() {}

  private static Function<Sample, float[]> words(List<Sample> training) {
    TfIdf weights = TfIdf.fit(texts(training), NGrams.PAPER, TERMS);
    return sample -> weights.vector(sample.step().text());
  }

  private static Function<Sample, float[]> surface(List<Sample> training) {
    SurfaceFeatures features = new SurfaceFeatures(TfIdf.fit(texts(training), NGrams.WORDS, TERMS));
    Map<String, float[][]> byChain = new HashMap<>();
    return sample ->
        byChain
            .computeIfAbsent(sample.chainId(), id -> ofChain(features, sample.dossier().chain()))[
            sample.index()];
  }

  private static float[][] ofChain(SurfaceFeatures features, ObservedChain chain) {
    return features.ofChain(chain.texts(), chain.problem().text());
  }

  private static float[] summary(float[] values) {
    double[] all = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    double sum = IntStream.range(0, all.length).mapToDouble(i -> all[i]).sum();
    return new float[] {
      (float) (sum / all.length),
      (float) IntStream.range(0, all.length).mapToDouble(i -> all[i]).min().orElse(0),
      (float) IntStream.range(0, all.length).mapToDouble(i -> all[i]).max().orElse(0),
      values[0],
      values[values.length - 1],
      (float) sum
    };
  }

  private static List<String> texts(List<Sample> samples) {
    return samples.stream().map(s -> s.step().text()).toList();
  }
}
