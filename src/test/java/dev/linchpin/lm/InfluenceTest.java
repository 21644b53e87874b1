package dev.linchpin.lm;

import static dev.linchpin.activation.NumberFormat.F32;
import static dev.linchpin.lm.ModelConfig.Architecture.LLAMA;
import static dev.linchpin.lm.ModelConfig.Architecture.QWEN2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InfluenceTest {
  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
  private static final List<TokenSpan> PARTS =
      List.of(new TokenSpan(1, 3), new TokenSpan(3, 6), new TokenSpan(6, 7), new TokenSpan(7, 10));
  private static final double STEP = 1e-5;

  @TempDir private Path folder;

  static Stream<TinyCheckpoint> checkpoints() {
    return Stream.of(TinyCheckpoint.llama(), new TinyCheckpoint(QWEN2, F32, false, false, 4, 1));
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void shouldAgreeWithFiniteDifferences(TinyCheckpoint checkpoint) {
    // Given
    checkpoint.write(folder);

    // When
    float[][] influence;
    try (CausalLm model = CausalLm.load(folder)) {
      influence = model.influence(TOKENS, PARTS);
    }

    // Then
    for (int i = 0; i < PARTS.size(); i++) {
      for (int j = 0; j < PARTS.size(); j++) {
        double expected = i < j ? norm(PARTS.get(i), PARTS.get(j)) : 0;
        assertThat((double) influence[i][j]).isCloseTo(expected, within(1e-6 + 1e-3 * expected));
        assertThat(influence[i][j] > 0).isEqualTo(i < j);
      }
    }
  }

  @Test
  void shouldGiveTheSameInManyPassesAsInOne() {
    // Given: a sequence so long that not all parts fit one pass
    TinyCheckpoint.llama().write(folder);
    int[] once = Arrays.copyOf(TOKENS, 60);
    List<TokenSpan> parts =
        Stream.iterate(1, start -> start + 1).limit(59).map(s -> new TokenSpan(s, s + 1)).toList();

    // When
    try (CausalLm model = CausalLm.load(folder)) {
      float[][] all = model.influence(once, parts);
      float[][] few = model.influence(once, parts.subList(0, 5));

      // Then
      assertThat(model.influencePasses(60, 59)).isEqualTo(2);
      assertThat(model.influencePasses(60, 5)).isEqualTo(1);
      for (int i = 0; i < 5; i++) {
        assertThat(Arrays.copyOf(all[i], 5)).containsExactly(few[i], within(1e-6f));
      }
    }
  }

  @Test
  void shouldWorkWhileATrainingIsUnderWay() {
    // Given
    TinyCheckpoint.llama().write(folder);

    try (CausalLm model = CausalLm.load(folder)) {
      float[][] alone = model.influence(TOKENS, PARTS);
      int before = model.managedArrays();

      // When
      float[][] beside;
      try (GradientCollector training = Engine.getInstance().newGradientCollector()) {
        beside = model.influence(TOKENS, PARTS);
        training.zeroGradients();
      }

      // Then
      assertThat(beside).isDeepEqualTo(alone);
      assertThat(model.managedArrays()).isEqualTo(before);
    }
  }

  @Test
  void shouldRefusePartsOutsideTheSequence() {
    new TinyCheckpoint(LLAMA, F32, true, false, 4, 1).write(folder);
    try (CausalLm model = CausalLm.load(folder)) {
      assertThatThrownBy(() -> model.influence(TOKENS, List.of(new TokenSpan(0, 2))))
          .hasMessageStartingWith("expected parts within 1:10, got ");
      assertThatThrownBy(() -> new TokenSpan(2, 2))
          .hasMessage("expected a span of at least one token, got 2:2");
    }
  }

  /** Central differences of the summed probabilities of {@code of} by {@code by}'s embeddings. */
  private double norm(TokenSpan by, TokenSpan of) {
    double sum = 0;
    for (int token = by.start(); token < by.end(); token++) {
      for (int i = 0; i < 12; i++) {
        double slope =
            (probability(of, token, i, STEP) - probability(of, token, i, -STEP)) / (2 * STEP);
        sum += slope * slope;
      }
    }
    return Math.sqrt(sum);
  }

  private double probability(TokenSpan of, int token, int unit, double shift) {
    ReferenceTransformer reference = new ReferenceTransformer(folder);
    double sum = 0;
    for (int t = 0; t < of.end() - 1; t++) {
      double[] embedded = reference.embedding(TOKENS[t]);
      embedded[unit] += t == token ? shift : 0;
      double[] logits = reference.feed(embedded);
      if (t + 1 >= of.start()) {
        double total = Arrays.stream(logits).map(Math::exp).sum();
        sum += Math.exp(logits[TOKENS[t + 1]]) / total;
      }
    }
    return sum;
  }
}
