package dev.linchpin.replay.compare;

import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Percentiles;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What differs between two scorings of the same steps.
 *
 * @param pairs steps that both scored, by chain and index
 * @param onlyFirst steps that only the first scored
 * @param onlySecond steps that only the second scored
 * @param truth what both are worth where labels exist; empty without labels
 */
public record Comparison(List<Pair> pairs, long onlyFirst, long onlySecond, Optional<Truth> truth) {
  private static final Comparator<StepRef> BY_STEP =
      Comparator.comparing(StepRef::chainId).thenComparing(StepRef::stepIndex);
  private static final double MIDDLE = 0.5;
  private static final double CONFIDENCE = 0.95;
  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20260418;

  /**
   * Both scorings against the labels of the steps that both scored.
   *
   * @param labels how many
   * @param chains of how many chains
   * @param first figures of the first
   * @param second figures of the second
   * @param aurocGain how much the second's AUROC exceeds the first's, 95 % interval over chains
   */
  public record Truth(int labels, int chains, Figures first, Figures second, Interval aurocGain) {}

  /**
   * What one scoring is worth, with 95 % intervals over chains.
   *
   * @param auroc NaN where a class is absent
   * @param accuracy of a score from 0.5 on as important
   * @param calibrationError expected, over 10 bins
   */
  public record Figures(Figure auroc, Figure accuracy, Figure calibrationError) {}

  /** A figure and its interval. */
  public record Figure(double value, Interval interval) {}

  /** Compares by step. */
  public static Comparison of(
      Map<StepRef, StepScored> first,
      Map<StepRef, StepScored> second,
      Map<StepRef, StepLabelled> labels) {
    List<Pair> pairs =
        first.keySet().stream()
            .filter(second::containsKey)
            .sorted(BY_STEP)
            .map(step -> new Pair(first.get(step), second.get(step)))
            .toList();
    return new Comparison(
        pairs,
        (long) first.size() - pairs.size(),
        (long) second.size() - pairs.size(),
        truth(pairs, labels));
  }

  /** Number of chains of the pairs. */
  public long chains() {
    return pairs.stream().map(pair -> pair.step().chainId()).distinct().count();
  }

  /** Pairs whose verdicts differ, by chain and index. */
  public List<Pair> flips() {
    return pairs.stream().filter(Pair::flipped).toList();
  }

  /** How many verdicts differ in each chain that has any. */
  public Map<String, Long> flipsByChain() {
    return flips().stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.step().chainId(), TreeMap::new, Collectors.counting()));
  }

  /** How often each verdict of the first met each of the second. */
  public Map<Verdict, Map<Verdict, Long>> verdicts() {
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.first().verdict(),
                () -> new EnumMap<>(Verdict.class),
                Collectors.groupingBy(
                    pair -> pair.second().verdict(),
                    () -> new EnumMap<>(Verdict.class),
                    Collectors.counting())));
  }

  /** Absolute differences of the scores. */
  public Percentiles differences() {
    return Percentiles.of(pairs.stream().mapToDouble(p -> Math.abs(p.difference())).toArray());
  }

  /** Mean of second minus first; NaN without pairs. */
  public double meanDifference() {
    return pairs.stream().mapToDouble(Pair::difference).average().orElse(Double.NaN);
  }

  /** The pairs that differ most, the worst first. */
  public List<Pair> worst(int most) {
    return pairs.stream()
        .filter(pair -> pair.difference() != 0)
        .sorted(
            Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.difference()))
                .thenComparing(Pair::step, BY_STEP))
        .limit(most)
        .toList();
  }

  private static Optional<Truth> truth(List<Pair> pairs, Map<StepRef, StepLabelled> labels) {
    List<Pair> labelled = pairs.stream().filter(pair -> labels.containsKey(pair.step())).toList();
    if (labelled.isEmpty()) {
      return Optional.empty();
    }
    boolean[] important = new boolean[labelled.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = labels.get(labelled.get(i).step()).important();
    }
    List<String> chains = labelled.stream().map(pair -> pair.step().chainId()).toList();
    Predictions first = predictions(labelled, important, pair -> pair.first().score());
    Predictions second = predictions(labelled, important, pair -> pair.second().score());
    GroupBootstrap bootstrap = new GroupBootstrap(chains, RESAMPLES, SEED);
    return Optional.of(
        new Truth(
            labelled.size(),
            (int) chains.stream().distinct().count(),
            figures(first, bootstrap),
            figures(second, bootstrap),
            bootstrap.difference(
                /* first= */ second, /* second= */ first, Predictions::auroc, CONFIDENCE)));
  }

  private static Predictions predictions(
      List<Pair> pairs, boolean[] important, ToDoubleFunction<Pair> score) {
    return new Predictions(pairs.stream().mapToDouble(score).toArray(), important);
  }

  private static Figures figures(Predictions predictions, GroupBootstrap bootstrap) {
    return new Figures(
        figure(predictions, bootstrap, Predictions::auroc),
        figure(predictions, bootstrap, p -> p.atLeast(MIDDLE).accuracy()),
        figure(predictions, bootstrap, Predictions::calibrationError));
  }

  private static Figure figure(
      Predictions predictions, GroupBootstrap bootstrap, ToDoubleFunction<Predictions> figure) {
    return new Figure(
        figure.applyAsDouble(predictions), bootstrap.interval(predictions, figure, CONFIDENCE));
  }
}
