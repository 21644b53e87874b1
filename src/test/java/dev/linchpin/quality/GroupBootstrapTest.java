package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupBootstrapTest {
  private static final int CHAINS = 40;
  private static final int STEPS = 10;

  @Test
  void shouldBeRepeatableAndDependOnTheSeed() {
    Predictions predictions = equalWithinChains();

    Interval first = byChain(1).interval(predictions, Predictions::brier, 0.95);

    assertThat(byChain(1).interval(predictions, Predictions::brier, 0.95)).isEqualTo(first);
    assertThat(byChain(2).interval(predictions, Predictions::brier, 0.95)).isNotEqualTo(first);
  }

  @Test
  void shouldHaveTheWidthOfTheMeanOfIndependentGroups() {
    Predictions predictions = equalWithinChains();

    Interval interval = byChain(3).interval(predictions, GroupBootstrapTest::share, 0.95);

    double p = share(predictions);
    double expectedWidth = 2 * 1.96 * Math.sqrt(p * (1 - p) / CHAINS);
    assertThat(interval.high() - interval.low())
        .isCloseTo(expectedWidth, within(0.15 * expectedWidth));
    assertThat(p).isBetween(interval.low(), interval.high());
  }

  @Test
  void shouldLeaveOutDrawsWithoutAFigure() {
    Predictions predictions = new Predictions(new double[] {0.1, 0.9}, new boolean[] {false, true});

    Interval interval =
        new GroupBootstrap(List.of("a", "b"), 50, 1).interval(predictions, Predictions::auroc, 0.9);

    assertThat(interval).isEqualTo(new Interval(1, 1));
  }

  @Test
  void shouldHaveNoIntervalWithoutData() {
    Predictions none = new Predictions(new double[] {}, new boolean[] {});

    Interval interval =
        new GroupBootstrap(List.of(), 50, 1).interval(none, Predictions::auroc, 0.9);

    assertThat(interval.low()).isNaN();
    assertThat(interval.high()).isNaN();
  }

  @Test
  void shouldSeeADifferenceThatTheSeparateIntervalsHide() {
    Random random = new Random(3);
    double[] first = new double[300];
    double[] second = new double[300];
    boolean[] positive = new boolean[300];
    for (int i = 0; i < first.length; i++) {
      positive[i] = random.nextBoolean();
      double shared = (positive[i] ? 0.5 : -0.5) + random.nextGaussian();
      first[i] = shared;
      second[i] = shared + 0.5 * random.nextGaussian();
    }
    Predictions better = new Predictions(first, positive);
    Predictions worse = new Predictions(second, positive);
    GroupBootstrap bootstrap =
        new GroupBootstrap(IntStream.range(0, 300).mapToObj(i -> "c" + i / 3).toList(), 500, 1);

    Interval gain = bootstrap.difference(better, worse, Predictions::auroc, 0.95);

    assertThat(gain.low()).isPositive();
    assertThat(bootstrap.interval(worse, Predictions::auroc, 0.95).high())
        .isGreaterThan(bootstrap.interval(better, Predictions::auroc, 0.95).low());
    assertThat(bootstrap.difference(worse, better, Predictions::auroc, 0.95).high())
        .isCloseTo(-gain.low(), within(1e-12));
    assertThat(bootstrap.difference(better, better, Predictions::auroc, 0.95))
        .isEqualTo(new Interval(0, 0));
  }

  private static GroupBootstrap byChain(long seed) {
    List<String> chains =
        IntStream.range(0, CHAINS * STEPS).mapToObj(i -> "chain-" + i / STEPS).toList();
    return new GroupBootstrap(chains, 2000, seed);
  }

  /** All steps of a chain have the same label, so that only chains carry information. */
  private static Predictions equalWithinChains() {
    Random random = new Random(5);
    boolean[] positive = new boolean[CHAINS * STEPS];
    double[] scores = random.doubles(positive.length).toArray();
    for (int i = 0; i < positive.length; i++) {
      positive[i] = i % STEPS == 0 ? random.nextBoolean() : positive[i - 1];
    }
    return new Predictions(scores, positive);
  }

  private static double share(Predictions predictions) {
    return (double) predictions.positives() / predictions.size();
  }
}
