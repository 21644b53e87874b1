package dev.linchpin.training;

import static dev.linchpin.training.PromotionGate.Outcome.PROMOTE;
import static dev.linchpin.training.PromotionGate.Outcome.REJECT;
import static dev.linchpin.training.PromotionGate.Outcome.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.quality.Predictions;
import dev.linchpin.training.PromotionGate.Decision;
import dev.linchpin.training.PromotionGate.Settings;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PromotionGateTest {
  private static final int STEPS_PER_CHAIN = 6;

  private final PromotionGate gate = new PromotionGate(Settings.DEFAULT);

  @Test
  void shouldPromoteABetterChallengerAndSayHowMuchBetterItIs() {
    Decision decision = gate.decide(scores(60, 1.0, 0.1), 60);

    assertThat(decision.outcome()).isEqualTo(PROMOTE);
    assertThat(decision.chains()).isEqualTo(60);
    assertThat(decision.steps()).isEqualTo(60 * STEPS_PER_CHAIN);
    assertThat(decision.aurocGain95().low()).isPositive();
    assertThat(decision.challenger().auroc()).isGreaterThan(decision.champion().auroc() + 0.1);
  }

  @Test
  void shouldRejectAWorseChallenger() {
    Decision decision = gate.decide(scores(60, 0.1, 1.0), 60);

    assertThat(decision.outcome()).isEqualTo(REJECT);
    assertThat(decision.aurocGain95().high()).isNegative();
  }

  @Test
  void shouldWaitWithAnEqualChallengerUntilThereWereEnoughChains() {
    PairedScores equal = scores(120, 0.5, 0.5);

    assertThat(gate.decide(equal, 120).outcome()).isEqualTo(WAIT);
    assertThat(gate.decide(equal, 499).outcome()).isEqualTo(WAIT);
    assertThat(gate.decide(equal, 500).outcome()).isEqualTo(REJECT);
  }

  @Test
  void shouldRarelyPromoteAnEqualChallenger() {
    long promoted =
        IntStream.range(0, 40)
            .filter(seed -> gate.decide(scores(60, 0.5, 0.5, seed), 60).outcome() == PROMOTE)
            .count();

    assertThat(promoted).isLessThanOrEqualTo(4);
  }

  @Test
  void shouldWaitForEnoughChainsHoweverGoodTheChallengerIs() {
    PairedScores few = scores(29, 0.0, 0.0);

    assertThat(gate.decide(few, 29).outcome()).isEqualTo(WAIT);
    assertThat(gate.decide(few, 29).aurocGain95().low()).isNaN();
  }

  @Test
  void shouldRejectAChallengerThatScoresNothing() {
    PairedScores none = scores(0, 1, 1);

    assertThat(gate.decide(none, 499).outcome()).isEqualTo(WAIT);
    assertThat(gate.decide(none, 500).outcome()).isEqualTo(REJECT);
  }

  @Test
  void shouldPromoteOverAChampionThatSaysTheSameOfEveryStep() {
    PairedScores drawn = scores(60, 1.0, 0.1);
    double[] same = IntStream.range(0, drawn.champion().size()).mapToDouble(i -> 0.5).toArray();
    PairedScores untrained =
        new PairedScores(
            drawn.chainIds(),
            new Predictions(same, drawn.champion().positive()),
            drawn.challenger());

    Decision decision = gate.decide(untrained, 60);

    assertThat(decision.outcome()).isEqualTo(PROMOTE);
    assertThat(decision.champion().auroc()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void shouldNotPromoteAChallengerWhoseProbabilitiesAreMuchWorse() {
    PairedScores better = scores(60, 1.0, 0.1);
    PairedScores skewed =
        new PairedScores(
            better.chainIds(), better.champion(), mapped(better.challenger(), s -> s * s * s / 2));

    Decision decision = gate.decide(skewed, 60);

    assertThat(decision.aurocGain95().low()).isPositive();
    assertThat(decision.outcome()).isEqualTo(WAIT);
    assertThat(gate.decide(skewed, 500).outcome()).isEqualTo(REJECT);
  }

  @Test
  void shouldWaitWhereAClassIsAbsent() {
    PairedScores drawn = scores(60, 1.0, 0.1);
    boolean[] none = new boolean[drawn.champion().size()];

    Decision decision =
        gate.decide(
            new PairedScores(
                drawn.chainIds(),
                new Predictions(drawn.champion().scores(), none),
                new Predictions(drawn.challenger().scores(), none)),
            60);

    assertThat(decision.outcome()).isEqualTo(WAIT);
    assertThat(decision.champion().auroc()).isNaN();
  }

  @Test
  void shouldDecideTheSameForTheSameScores() {
    PairedScores drawn = scores(60, 0.6, 0.4);

    assertThat(gate.decide(drawn, 60)).isEqualTo(gate.decide(drawn, 60));
  }

  @Test
  void shouldRefuseSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new Settings(30, 29, 0.02, 1))
        .hasMessage("expected 2 <= fewestChains <= mostChains, got 30 and 29");
    assertThatThrownBy(() -> new Settings(30, 40, -0.1, 1))
        .hasMessage("expected a calibration tolerance in [0, 1], got -0.1");
  }

  private static PairedScores scores(int chains, double championNoise, double challengerNoise) {
    return scores(chains, championNoise, challengerNoise, 7);
  }

  /** Calibrated scores: each probe sees the step's true logit through noise of its own. */
  private static PairedScores scores(
      int chains, double championNoise, double challengerNoise, long seed) {
    Random random = new Random(seed);
    int size = chains * STEPS_PER_CHAIN;
    double[] champion = new double[size];
    double[] challenger = new double[size];
    boolean[] important = new boolean[size];
    for (int i = 0; i < size; i++) {
      important[i] = random.nextBoolean();
      champion[i] = seen(important[i], championNoise, random);
      challenger[i] = seen(important[i], challengerNoise, random);
    }
    List<String> chainIds =
        IntStream.range(0, size).mapToObj(i -> "chain-" + i / STEPS_PER_CHAIN).toList();
    return new PairedScores(
        chainIds, new Predictions(champion, important), new Predictions(challenger, important));
  }

  /** The probability that a Gaussian reading of the label gives, for a noise of 0.6 to 2.6. */
  private static double seen(boolean important, double noise, Random random) {
    double deviation = 0.6 + 2 * noise;
    double reading = (important ? 1 : -1) + deviation * random.nextGaussian();
    return 1 / (1 + Math.exp(-2 * reading / (deviation * deviation)));
  }

  private static Predictions mapped(Predictions scores, DoubleUnaryOperator change) {
    double[] mapped =
        IntStream.range(0, scores.size())
            .mapToDouble(i -> change.applyAsDouble(scores.scores()[i]))
            .toArray();
    return new Predictions(mapped, scores.positive());
  }
}
