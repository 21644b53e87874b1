package dev.linchpin.lm;

import static dev.linchpin.activation.NumberFormat.BF16;
import static dev.linchpin.activation.NumberFormat.F16;
import static dev.linchpin.activation.NumberFormat.F32;
import static dev.linchpin.lm.ModelConfig.Architecture.LLAMA;
import static dev.linchpin.lm.ModelConfig.Architecture.QWEN2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReferenceTest {

  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 22, 0};

  @TempDir private Path folder;

  static List<TinyCheckpoint> checkpoints() {
    return List.of(
        TinyCheckpoint.llama(),
        new TinyCheckpoint(LLAMA, F16, false, true, 4, 2),
        new TinyCheckpoint(LLAMA, BF16, true, false, 6, 1),
        new TinyCheckpoint(QWEN2, F32, false, false, 4, 1),
        new TinyCheckpoint(QWEN2, F16, true, false, 4, 1),
        new TinyCheckpoint(QWEN2, BF16, false, false, 4, 3));
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void shouldComputeAsThePlainReference(TinyCheckpoint checkpoint) {
    checkpoint.write(folder);
    ReferenceTransformer reference = new ReferenceTransformer(folder);
    try (CausalLm model = CausalLm.load(folder);
        Decoding decoding = model.decode()) {
      ForwardPass pass = model.forward(TOKENS);
      for (int i = 0; i < TOKENS.length; i++) {
        double[] logits = reference.feed(TOKENS[i]);
        decoding.feed(TOKENS[i]);

        assertClose(decoding.logits(), logits);
        assertClose(decoding.residuals(), flat(reference.residuals()));
        assertClose(ResidualStream.at(pass, i), flat(reference.residuals()));
      }
      assertThat(pass.logits()).containsExactly(decoding.logits(), within(1e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void shouldScoreGivenTokensAsThePlainReference(TinyCheckpoint checkpoint) {
    checkpoint.write(folder);
    ReferenceTransformer reference = new ReferenceTransformer(folder);
    double[] expected = new double[TOKENS.length - 1];
    for (int i = 0; i < expected.length; i++) {
      double[] logits = reference.feed(TOKENS[i]);
      double sum = Arrays.stream(logits).map(Math::exp).sum();
      expected[i] = logits[TOKENS[i + 1]] - Math.log(sum);
    }

    try (CausalLm model = CausalLm.load(folder)) {
      assertClose(model.logProbabilities(TOKENS), expected);
    }
  }

  private static double[] flat(List<double[]> layers) {
    return layers.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }
}
