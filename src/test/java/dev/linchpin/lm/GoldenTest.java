package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class GoldenTest {

  private static final Offset<Float> TOLERANCE = within(1e-4f);

  private static CausalLm model;

  private final Golden golden = new Golden();

  @BeforeAll
  static void load() {
    model = CausalLm.load(Golden.FOLDER);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void shouldContinueAsTheOtherEngineDid() {
    int[] expected = golden.greedyTokens();
    int[] tokens = new int[expected.length];
    tokens[0] = expected[0];
    try (Decoding decoding = model.decode()) {
      for (int i = 1; i < tokens.length; i++) {
        decoding.feed(tokens[i - 1]);
        tokens[i] = Sampler.greedy().draw(decoding.logits()).token();
      }
    }
    assertThat(tokens).isEqualTo(expected);
  }

  @Test
  void shouldMatchReferenceResidualsAndLogits() {
    ForwardPass pass = model.forward(prefix());

    float[][] mean = pass.mean(golden.spanStart(), golden.spanEnd());
    for (int layer = 0; layer < pass.layers(); layer++) {
      assertThat(mean[layer]).containsExactly(golden.residualMean()[layer], TOLERANCE);
    }
    assertThat(pass.logits()).containsExactly(golden.logits(), TOLERANCE);
  }

  @Test
  void shouldDecodeWithCacheAsWithoutOne() {
    int[] prefix = prefix();
    ForwardPass pass = model.forward(prefix);
    try (Decoding decoding = model.decode()) {
      decoding.feed(Arrays.copyOf(prefix, 10));
      for (int i = 10; i < prefix.length; i++) {
        decoding.feed(prefix[i]);
        assertThat(decoding.residuals()).containsExactly(ResidualStream.at(pass, i), TOLERANCE);
      }
      assertThat(decoding.logits()).containsExactly(pass.logits(), TOLERANCE);
      assertThat(decoding.position()).isEqualTo(prefix.length);
    }
  }

  private int[] prefix() {
    return Arrays.copyOf(golden.greedyTokens(), golden.prefixLength());
  }
}
