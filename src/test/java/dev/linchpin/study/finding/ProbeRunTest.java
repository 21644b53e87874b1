package dev.linchpin.study.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.quality.Predictions;
import dev.linchpin.study.Dossier;
import dev.linchpin.study.Way;
import dev.linchpin.training.ChainSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ProbeRunTest {
  private static final int CHAINS = 120;
  private static final int INPUTS = 8;
  private static final long SEED = 7;
  private static final Classifier LINEAR = StudySettings.FULL.linear();

  private static List<Sample> samples(MadeUp.Label labels, MadeUp.Activations activations) {
    List<Dossier> dossiers = MadeUp.dossiers(CHAINS, labels, activations);
    return Sample.of(dossiers, Way.PAPER);
  }

  private static boolean scattered(int chain, int step) {
    return (chain * 31 + step * 17) % 5 < 3;
  }

  private static ProbeRun run(List<Sample> samples, Split split) {
    return ProbeRun.of(samples, Features.STREAMED, LINEAR, split, SEED);
  }

  @Test
  void shouldFindWhatActivationsTell() {
    List<Sample> samples =
        samples(
            ProbeRunTest::scattered,
            (chain, step, important) -> {
              float[] values = MadeUp.noise(chain, step, INPUTS);
              values[3] += important ? 6 : 0;
              return values;
            });

    ProbeRun run = run(samples, Split.BY_CHAIN);

    assertThat(run.predictions().auroc()).isGreaterThan(0.95);
    assertThat(ProbeRun.balancedAccuracy(run.predictions())).isGreaterThan(0.85);
    assertThat(run.test())
        .isNotEmpty()
        .allMatch(s -> ChainSplit.side(s.chainId(), SEED) == ChainSplit.Side.TEST);
  }

  @Test
  void shouldFindNothingInNoise() {
    List<Sample> samples =
        samples(
            ProbeRunTest::scattered, (chain, step, important) -> MadeUp.noise(chain, step, INPUTS));

    assertThat(run(samples, Split.BY_CHAIN).predictions().auroc()).isBetween(0.3, 0.7);
  }

  /** Steps of a chain share their label, and a mark that tells nothing but the chain. */
  @Test
  void shouldShowTheLeakOfASplitByStep() {
    List<Sample> samples =
        samples(
            (chain, step) -> new SplittableRandom(chain).nextBoolean(),
            (chain, step, important) -> MadeUp.noise(chain, 0, 400));

    assertThat(run(samples, Split.BY_STEP).predictions().auroc()).isGreaterThan(0.95);
    assertThat(run(samples, Split.BY_CHAIN).predictions().auroc()).isLessThan(0.8);
  }

  @Test
  void shouldFitFeaturesToTheTrainingSideAlone() {
    List<Sample> samples =
        samples(
            ProbeRunTest::scattered, (chain, step, important) -> MadeUp.noise(chain, step, INPUTS));
    List<Sample> fitted = new ArrayList<>();
    Features spy =
        training -> {
          fitted.addAll(training);
          return Sample::streamed;
        };

    ProbeRun.of(samples, spy, LINEAR, Split.BY_CHAIN, SEED);

    assertThat(fitted)
        .isNotEmpty()
        .hasSizeLessThan(samples.size())
        .allMatch(s -> ChainSplit.side(s.chainId(), SEED) == ChainSplit.Side.TRAIN);
  }

  @Test
  void shouldGiveTheSameFiguresForASeed() {
    List<Sample> samples =
        samples(
            ProbeRunTest::scattered, (chain, step, important) -> MadeUp.noise(chain, step, INPUTS));

    assertThat(run(samples, Split.BY_CHAIN).scores())
        .isEqualTo(run(samples, Split.BY_CHAIN).scores());
  }

  @Test
  void shouldSayHowMuchBetterOneIsThanAnother() {
    MadeUp.Activations telling =
        (chain, step, important) -> {
          float[] values = MadeUp.noise(chain, step, INPUTS);
          values[0] += important ? 4 : 0;
          return values;
        };
    List<Sample> samples = samples(ProbeRunTest::scattered, telling);
    ProbeRun good = run(samples, Split.BY_CHAIN);
    ProbeRun poor =
        ProbeRun.of(
            samples, Features.layer(Sample::streamed, 1, INPUTS / 2), LINEAR, Split.BY_CHAIN, SEED);

    assertThat(good.advantage(poor, Predictions::auroc).low()).isPositive();
    assertThat(poor.advantage(good, Predictions::auroc).high()).isNegative();
  }
}
