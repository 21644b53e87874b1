package dev.linchpin.study.finding;

import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.training.ChainSplit;
import dev.linchpin.training.LabelledStep;
import dev.linchpin.training.ProbeTrainer;
import dev.linchpin.training.TrainedProbe;
import dev.linchpin.training.TrainingListener;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * A classifier trained on features of labelled steps and tested on others. The epoch and the
 * learning rate are chosen on a third side.
 *
 * @param seed that decided the sides
 * @param trained the classifier
 * @param features what it sees of a step
 * @param test steps that it was not trained on
 * @param scores {@code [test]}, probabilities that a step is important, were both classes equally
 *     common, as they are in training
 */
record ProbeRun(
    long seed,
    TrainedProbe trained,
    Function<Sample, float[]> features,
    List<Sample> test,
    double[] scores) {
  private static final int TRIES = 1000;
  private static final long NEXT_TRY = 1_000_003;

  /**
   * Trains and tests; the seed decides the sides, the first weights and the order of steps.
   *
   * @throws TooFewLabelsException if there are too few steps of a class for three sides
   */
  static ProbeRun of(
      List<Sample> samples, Features features, Classifier classifier, Split split, long wanted) {
    long seed = seed(samples, split, wanted);
    List<Sample> training =
        samples.stream()
            .filter(s -> ChainSplit.side(split.unit(s), seed) == ChainSplit.Side.TRAIN)
            .toList();
    Function<Sample, float[]> fitted = features.fit(training);
    List<LabelledStep> steps =
        samples.stream()
            .map(
                s ->
                    new LabelledStep(
                        new StepRef(split.unit(s), s.index()), fitted.apply(s), s.important()))
            .toList();
    ChainSplit sides = ChainSplit.of(steps, seed);
    TrainedProbe trained =
        classifier.settings(seed, balanced(training)).stream()
            .map(settings -> new ProbeTrainer(settings, TrainingListener.NONE).train(sides))
            .max(Comparator.comparingDouble(probe -> probe.report().validationAuroc()))
            .orElseThrow();
    List<Sample> test =
        samples.stream()
            .filter(s -> ChainSplit.side(split.unit(s), seed) == ChainSplit.Side.TEST)
            .toList();
    ProbeRun run = new ProbeRun(seed, trained, fitted, test, new double[0]);
    return new ProbeRun(seed, trained, fitted, test, run.scores(test, fitted));
  }

  /** The seed, or the next one of its line with which every side has both classes. */
  static long seed(List<Sample> samples, Split split, long wanted) {
    return LongStream.range(0, TRIES)
        .map(i -> wanted + i * NEXT_TRY)
        .filter(seed -> hasBothClasses(samples, split, seed))
        .findFirst()
        .orElseThrow(
            () -> {
              long important = samples.stream().filter(Sample::important).count();
              return new TooFewLabelsException(important, samples.size() - important);
            });
  }

  private static boolean hasBothClasses(List<Sample> samples, Split split, long seed) {
    return samples.stream()
            .map(s -> ChainSplit.side(split.unit(s), seed) + " " + s.important())
            .distinct()
            .count()
        == 2L * ChainSplit.Side.values().length;
  }

  /** Whether a chain was kept for testing, when sides are by chain. */
  boolean isTest(String chainId) {
    return ChainSplit.side(chainId, seed) == ChainSplit.Side.TEST;
  }

  /** One run for each seed of a study. */
  static List<ProbeRun> ofSeeds(
      Material material, Features features, Classifier classifier, Split split) {
    StudySettings settings = material.settings();
    return LongStream.range(0, settings.seeds())
        .mapToObj(i -> of(material.samples(), features, classifier, split, settings.seed() + i))
        .toList();
  }

  private static int balanced(List<Sample> training) {
    int important = (int) training.stream().filter(Sample::important).count();
    return 2 * Math.min(important, training.size() - important);
  }

  /** Scores of steps seen through other features of the same shape. */
  double[] scores(List<Sample> of, Function<Sample, float[]> seenThrough) {
    return of.stream()
        .mapToDouble(s -> 1 / (1 + Math.exp(-trained.probe().logit(seenThrough.apply(s)))))
        .toArray();
  }

  /** The verdict that a published probe would give. */
  Verdict verdict(Sample sample) {
    double logit = trained.probe().logit(features.apply(sample));
    return trained.thresholds().verdict(trained.calibration().probability(logit));
  }

  Predictions predictions() {
    return predictions(scores);
  }

  /** Other scores of the test side beside its labels. */
  Predictions predictions(double[] others) {
    boolean[] important = new boolean[test.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = test.get(i).important();
    }
    return new Predictions(others, important);
  }

  static double balancedAccuracy(Predictions predictions) {
    return predictions.atLeast(0.5).balancedAccuracy();
  }

  /** How much more of a figure this run has than another on the same test steps: 95 % interval. */
  Interval advantage(ProbeRun over, ToDoubleFunction<Predictions> figure) {
    return Estimates.bootstrap(testChains())
        .difference(predictions(), over.predictions(), figure, Estimates.CONFIDENCE);
  }

  /** Whether this run has more of a figure than another on the same test steps, in words. */
  String isBetterThan(ProbeRun other, ToDoubleFunction<Predictions> figure) {
    return Wording.shown(advantage(other, figure), testChains().stream().distinct().count());
  }

  List<String> testChains() {
    return test.stream().map(Sample::chainId).toList();
  }

  /**
   * A figure over runs: mean and deviation over seeds or, of a single run, the 95 % interval over
   * chains.
   */
  static Estimate estimate(List<ProbeRun> runs, ToDoubleFunction<Predictions> figure) {
    ProbeRun first = runs.get(0);
    if (runs.size() == 1) {
      return Estimates.of(first.testChains(), first.predictions(), figure);
    }
    long n = Math.round(runs.stream().mapToInt(r -> r.test().size()).average().orElseThrow());
    double[] values =
        runs.stream().mapToDouble(r -> figure.applyAsDouble(r.predictions())).toArray();
    return Estimates.overSeeds(values, n);
  }
}
