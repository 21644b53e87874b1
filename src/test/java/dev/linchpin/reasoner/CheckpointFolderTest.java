package dev.linchpin.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.ModelConfig.Architecture;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckpointFolderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void shouldBeReadBackWithTheSameTokensAndLogits(Architecture architecture) {
    ReasonerShape small = new ReasonerShape(architecture, 32, 2, 4, 2, 48, 192);
    Engine.getInstance().setRandomSeed(5);
    Random random = new Random(5);
    Puzzle puzzle = new PuzzleGenerator(random, Difficulty.FULL).next();
    int[] tokens = new ChainWriter(random).write(puzzle).tokens();
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainableTransformer model =
          new TrainableTransformer(manager, small, InitialWeights.draw(manager, small));
      float[] trained = lastLogits(manager, model, tokens);

      CheckpointFolder.write(folder, "small", small, model.weights());

      try (CausalLm lm = CausalLm.load(folder)) {
        assertThat(lm.config().architecture()).isEqualTo(architecture);
        assertThat(lm.name()).isEqualTo("small");
        String text = Vocabulary.text(tokens, 1, tokens.length);
        assertThat(lm.tokenizer().encodePrompt(text)).isEqualTo(tokens);
        assertThat(lm.tokenizer().decode(tokens)).isEqualTo(text.replace("<eos>", ""));
        assertThat(lm.forward(tokens).logits()).hasSize(trained.length);
        assertThat(distance(lm.forward(tokens).logits(), trained))
            .isCloseTo(0, Offset.offset(0.02));
      }
    }
  }

  private static float[] lastLogits(NDManager manager, TrainableTransformer model, int[] tokens) {
    NDArray ids = manager.create(tokens).toType(ai.djl.ndarray.types.DataType.INT64, false);
    return model.logits(ids.reshape(1, tokens.length)).get("0, -1").toFloatArray();
  }

  /** Largest difference; the file holds half-precision weights. */
  private static double distance(float[] left, float[] right) {
    double largest = 0;
    for (int i = 0; i < left.length; i++) {
      largest = Math.max(largest, Math.abs(left[i] - right[i]));
    }
    return largest;
  }
}
