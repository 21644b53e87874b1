package dev.linchpin.app.reasoner;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a form does to scores.
 *
 * @param maxDelta largest difference from the exact form's score
 * @param meanDelta mean of these differences
 * @param changedVerdicts share of the steps whose verdict is another
 * @param auroc against the true graph
 * @param auroc95 its 95 % interval, drawing whole chains
 */
record RecordAccuracy(
    double maxDelta, double meanDelta, double changedVerdicts, double auroc, Interval auroc95) {
  private static final int RESAMPLES = 1000;
  private static final double CONFIDENCE = 0.95;

  /**
   * Scores beside the exact form's.
   *
   * @param own thresholds of the probe that gave {@code scores}
   * @param exactOnes thresholds of the probe that gave {@code exact}
   */
  static RecordAccuracy of(
      Predictions scores, Thresholds own, Predictions exact, Thresholds exactOnes, Chains chains) {
    double[] deltas =
        IntStream.range(0, scores.size())
            .mapToDouble(i -> Math.abs(scores.scores()[i] - exact.scores()[i]))
            .toArray();
    long changed =
        IntStream.range(0, scores.size())
            .filter(i -> own.verdict(scores.scores()[i]) != exactOnes.verdict(exact.scores()[i]))
            .count();
    return new RecordAccuracy(
        DoubleStream.of(deltas).max().orElseThrow(),
        DoubleStream.of(deltas).average().orElseThrow(),
        changed / (double) scores.size(),
        scores.auroc(),
        new GroupBootstrap(chains.ids(), RESAMPLES, chains.seed())
            .interval(scores, Predictions::auroc, CONFIDENCE));
  }

  /**
   * What the bootstrap draws.
   *
   * @param ids chain of each step
   * @param seed of the draws
   */
  record Chains(List<String> ids, long seed) {}
}
