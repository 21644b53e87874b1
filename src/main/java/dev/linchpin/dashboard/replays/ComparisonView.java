package dev.linchpin.dashboard.replays;

import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Percentiles;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.replay.compare.ComparedSources;
import dev.linchpin.replay.compare.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two sources of scores. A figure that is not defined is absent.
 *
 * @param first a run, or live
 * @param second another
 * @param pairs steps that both scored
 * @param chains of how many chains
 * @param onlyFirst steps that only the first scored
 * @param onlySecond steps that only the second scored
 * @param flips steps whose verdicts differ
 * @param flipsByVerdict how often each verdict of the first (row) met each of the second (column)
 * @param verdicts order of rows and columns
 * @param differences of the scores, absolute
 * @param meanDifference mean of second minus first
 * @param truth what both are worth where labels exist
 * @param worst steps that differ most, the worst first
 */
public record ComparisonView(
    String first,
    String second,
    int pairs,
    long chains,
    long onlyFirst,
    long onlySecond,
    int flips,
    List<List<Long>> flipsByVerdict,
    List<Verdict> verdicts,
    Differences differences,
    Optional<Double> meanDifference,
    Optional<Truth> truth,
    List<WorstStep> worst) {
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.IMPORTANT, Verdict.UNCERTAIN, Verdict.REMOVABLE);

  /** Percentiles of the absolute differences. */
  public record Differences(
      Optional<Double> p50, Optional<Double> p90, Optional<Double> p99, Optional<Double> max) {
    static Differences of(Percentiles apart) {
      return new Differences(
          finite(apart.at(0.5)),
          finite(apart.at(0.9)),
          finite(apart.at(0.99)),
          finite(apart.at(1)));
    }
  }

  /** A figure and its 95 % interval over chains. */
  public record Figure(Optional<Double> value, Optional<Double> low, Optional<Double> high) {
    static Figure of(Comparison.Figure figure) {
      return new Figure(
          finite(figure.value()),
          finite(figure.interval().low()),
          finite(figure.interval().high()));
    }
  }

  /** What one source is worth. */
  public record Figures(Figure auroc, Figure accuracy, Figure calibrationError) {
    static Figures of(Comparison.Figures figures) {
      return new Figures(
          Figure.of(figures.auroc()),
          Figure.of(figures.accuracy()),
          Figure.of(figures.calibrationError()));
    }
  }

  /** How much the second's AUROC exceeds the first's, 95 % interval over chains. */
  public record Gain(Optional<Double> low, Optional<Double> high) {
    static Gain of(Interval gain) {
      return new Gain(finite(gain.low()), finite(gain.high()));
    }
  }

  /** Both sources against labels. */
  public record Truth(int labels, int chains, Figures first, Figures second, Gain aurocGain) {
    static Truth of(Comparison.Truth truth) {
      return new Truth(
          truth.labels(),
          truth.chains(),
          Figures.of(truth.first()),
          Figures.of(truth.second()),
          Gain.of(truth.aurocGain()));
    }
  }

  /** A step and its two scores; its text where it is known and shown. */
  public record WorstStep(
      String chainId, int index, double first, double second, Optional<String> text) {}

  /** Without texts where they are withheld. */
  static ComparisonView of(ComparedSources compared, boolean textWithheld) {
    Comparison comparison = compared.comparison();
    return new ComparisonView(
        compared.first(),
        compared.second(),
        comparison.pairs().size(),
        comparison.chains(),
        comparison.onlyFirst(),
        comparison.onlySecond(),
        comparison.flips().size(),
        matrix(comparison.verdicts()),
        VERDICTS,
        Differences.of(comparison.differences()),
        finite(comparison.meanDifference()),
        comparison.truth().map(Truth::of),
        worst(compared, textWithheld));
  }

  private static List<WorstStep> worst(ComparedSources compared, boolean textWithheld) {
    return compared.worst().stream()
        .map(
            pair ->
                new WorstStep(
                    pair.step().chainId(),
                    pair.step().stepIndex(),
                    pair.first().score(),
                    pair.second().score(),
                    Optional.ofNullable(compared.texts().get(pair.step()))
                        .filter(text -> !textWithheld)))
        .toList();
  }

  private static List<List<Long>> matrix(Map<Verdict, Map<Verdict, Long>> counts) {
    return VERDICTS.stream()
        .map(counts::get)
        .map(row -> row == null ? Map.<Verdict, Long>of() : row)
        .map(row -> VERDICTS.stream().map(column -> row.getOrDefault(column, 0L)).toList())
        .toList();
  }

  private static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
