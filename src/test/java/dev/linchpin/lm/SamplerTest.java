package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SamplerTest {

  private static final float[] PROBABILITIES = {0.05f, 0.5f, 0.15f, 0.3f};
  private static final int DRAWS = 20_000;

  @Test
  void shouldTakeTheLikeliestTokenAndTheFirstOfEquals() {
    Sampler.Draw draw = Sampler.greedy().draw(new float[] {1, 3, 2, 3});

    assertThat(draw.token()).isEqualTo(1);
    double sum = Math.exp(-2) + 1 + Math.exp(-1) + 1;
    assertThat(draw.logProbability()).isCloseTo(-Math.log(sum), within(1e-9));
  }

  @Test
  void shouldDrawByProbability() {
    double[] shares = shares(Sampler.nucleus(1, 1, 7));

    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isCloseTo(PROBABILITIES[i], within(0.015));
    }
  }

  @Test
  void shouldDrawWithinTheNucleusOnly() {
    double[] shares = shares(Sampler.nucleus(1, 0.75, 7));

    assertThat(shares[0]).isZero();
    assertThat(shares[2]).isZero();
    assertThat(shares[1]).isCloseTo(0.5 / 0.8, within(0.015));
  }

  @Test
  void shouldSharpenAtLowTemperature() {
    double[] shares = shares(Sampler.nucleus(0.5, 1, 7));

    double sum = 0.05 * 0.05 + 0.5 * 0.5 + 0.15 * 0.15 + 0.3 * 0.3;
    assertThat(shares[3]).isCloseTo(0.3 * 0.3 / sum, within(0.015));
  }

  @Test
  void shouldReportTheUntemperedLogProbability() {
    Sampler.Draw draw = Sampler.nucleus(0.1, 0.5, 1).draw(logits());

    assertThat(draw.token()).isEqualTo(1);
    assertThat(draw.logProbability()).isCloseTo(Math.log(0.5), within(1e-6));
  }

  @Test
  void shouldRepeatItselfWithTheSameSeed() {
    assertThat(shares(Sampler.nucleus(0.9, 0.9, 3))).isEqualTo(shares(Sampler.of(0.9, 0.9, 3)));
  }

  @Test
  void shouldBeGreedyAtTemperatureZero() {
    assertThat(Sampler.of(0, 0.95, 1)).isEqualTo(Sampler.greedy());
  }

  @Test
  void shouldRejectValuesOutOfRange() {
    assertThatThrownBy(() -> Sampler.nucleus(-1, 0.9, 1)).hasMessageContaining("temperature");
    assertThatThrownBy(() -> Sampler.nucleus(1, 0, 1)).hasMessageContaining("top-p in (0, 1]");
    assertThatThrownBy(() -> Sampler.greedy().draw(new float[] {Float.NaN}))
        .hasMessageContaining("finite");
  }

  private static double[] shares(Sampler sampler) {
    double[] shares = new double[PROBABILITIES.length];
    for (int i = 0; i < DRAWS; i++) {
      shares[sampler.draw(logits()).token()] += 1.0 / DRAWS;
    }
    return shares;
  }

  private static float[] logits() {
    float[] logits = Arrays.copyOf(PROBABILITIES, PROBABILITIES.length);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(logits[i]) + 3;
    }
    return logits;
  }
}
