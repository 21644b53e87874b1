package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.ForwardPass;
import dev.linchpin.lm.ModelFormatException;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real checkpoint, driven by the generator. */
final class CheckpointModelTest {

  private static final String PROMPT = " 1 403 407 261";

  @TempDir static Path folder;

  @BeforeAll
  static void copy() {
    SpokenGolden.into(folder);
  }

  @Test
  void shouldCutAndPoolWhatTheModelReallySaid() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (CheckpointModel model = CheckpointModel.load(folder)) {
      generator(model).generate(request(0.8), listener);
    }

    // Then, against the whole text at once, without a cache
    assertThat(listener.steps).hasSizeGreaterThan(3);
    int[] tokens = tokens(listener);
    try (CausalLm lm = CausalLm.load(folder)) {
      ForwardPass pass = lm.forward(tokens);
      for (int i = 0; i < listener.steps.size(); i++) {
        StepCompleted step = listener.steps.get(i);
        assertThat(listener.activations.get(i).activations().decode())
            .containsExactly(flat(pass.mean(step.firstToken(), step.endToken())), within(1e-3f));
      }
    }
  }

  @Test
  void shouldSayTheSameAgainWithTheSameSeed() throws Exception {
    RecordingListener first = new RecordingListener();
    RecordingListener second = new RecordingListener();
    try (CheckpointModel model = CheckpointModel.load(folder)) {
      generator(model).generate(request(0.8), first);
      generator(model).generate(request(0.8), second);
    }

    assertThat(second.steps)
        .extracting(StepCompleted::text)
        .isEqualTo(first.steps.stream().map(StepCompleted::text).toList());
  }

  @Test
  void shouldRejectAFolderWithoutATokenizer(@TempDir Path other) throws Exception {
    for (String name : new String[] {"config.json", "model.safetensors"}) {
      Files.copy(folder.resolve(name), other.resolve(name));
    }

    assertThatThrownBy(() -> CheckpointModel.load(other))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("tokenizer.json");
  }

  /** Prompt and steps back as tokens, from their text. */
  private static int[] tokens(RecordingListener listener) {
    String text =
        listener.steps.stream()
            .map(step -> " " + step.text().orElseThrow())
            .reduce(PROMPT, String::concat);
    return Arrays.stream(text.replace(".", "").trim().split("\\s+"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Layer-major, in one array. */
  private static float[] flat(float[][] layers) {
    float[] flat = new float[layers.length * layers[0].length];
    for (int layer = 0; layer < layers.length; layer++) {
      System.arraycopy(layers[layer], 0, flat, layer * layers[0].length, layers[0].length);
    }
    return flat;
  }

  private static ChainGenerator generator(ReasoningModel model) {
    return new ChainGenerator(
        model,
        new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.F32),
        InstantSource.system());
  }

  private static ChainRequest request(double temperature) {
    return new ChainRequest(
        "c1",
        Optional.empty(),
        PROMPT,
        Optional.empty(),
        new SamplingSettings(temperature, 1, 60, 5));
  }
}
