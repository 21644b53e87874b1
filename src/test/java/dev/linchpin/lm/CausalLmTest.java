package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.pytorch.jni.JniUtils;
import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchGenerator.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CausalLmTest {

  /** Chains of the memory test; the caches of so many would take 240 MB. */
  private static final int CHAINS = 1500;

  /** Bytes by which the resident set may differ with the garbage collector's mood. */
  private static final long SLACK = 128L << 20;

  private static CausalLm model;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    model = CausalLm.load(Golden.FOLDER);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void shouldDescribeTheModel() {
    assertThat(model.name()).isEqualTo("llama");
    assertThat(model.config().layers()).isEqualTo(5);
    assertThat(model.config().kvHeads()).isEqualTo(4);
    assertThat(model.config().eosTokens()).containsExactly(2);
  }

  @Test
  void shouldHaveATwinThatHasLearntNothing() {
    try (CausalLm twin = model.untrained(1);
        CausalLm same = model.untrained(1);
        CausalLm other = model.untrained(2)) {
      float[] logits = twin.forward(1, 5, 9).logits();

      assertThat(logits).isEqualTo(same.forward(1, 5, 9).logits());
      assertThat(logits).isNotEqualTo(other.forward(1, 5, 9).logits());
      assertThat(logits).isNotEqualTo(model.forward(1, 5, 9).logits());
      assertThat(twin.config()).isEqualTo(model.config());
      assertThat(twin.fingerprint()).isNotEqualTo(model.fingerprint());
    }
  }

  @Test
  void shouldFingerprintConfigurationAndWeights() throws IOException {
    TinyCheckpoint.llama().write(folder);
    String before = fingerprint();
    String again = fingerprint();
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    String otherFile = fingerprint();
    Files.writeString(folder.resolve("config.json"), " ", StandardOpenOption.APPEND);

    assertThat(before).matches("[0-9a-f]{64}").isEqualTo(again).isEqualTo(otherFile);
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  private String fingerprint() {
    try (CausalLm tiny = CausalLm.load(folder)) {
      return tiny.fingerprint();
    }
  }

  @Test
  void shouldHoldNoMoreMemoryAfterManyChains() throws IOException {
    generateChains(100);
    int arrays = model.managedArrays();
    long resident = residentBytes();

    generateChains(CHAINS);

    assertThat(model.managedArrays()).isEqualTo(arrays);
    assertThat(residentBytes() - resident).isLessThan(SLACK);
  }

  private static void generateChains(int chains) {
    List<Prompt> prompts =
        IntStream.range(0, chains)
            .mapToObj(i -> new Prompt(new int[] {1, 3 + i % 500}, Sampler.nucleus(0.6, 0.95, i)))
            .toList();
    new BatchGenerator(model, new Limits(50, 4, Set.of(426)), Capture.RESIDUALS).generate(prompts);
    for (int i = 0; i < chains; i += 10) {
      try (Decoding decoding = model.decode()) {
        decoding.feed(1, 3);
        decoding.feed(403);
      }
      model.forward(1, 2, 3, 4);
    }
  }

  private static long residentBytes() throws IOException {
    System.gc();
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1);
    return Long.parseLong(pages[1]) * 4096;
  }

  @Test
  void shouldServeSeveralThreadsAtOnce() throws Exception {
    float[] expected = model.forward(5, 6, 7, 8).logits();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        results.add(threads.submit(() -> model.forward(5, 6, 7, 8).logits()));
      }
      for (Future<float[]> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void shouldRunWithoutGradientsAndRestoreTheThreadsMode() {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      Inference.run(() -> assertThat(JniUtils.isGradMode()).isFalse());
      assertThat(JniUtils.isGradMode()).isTrue();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  @Test
  void shouldRejectTokensThatTheModelCannotTake() {
    try (Decoding decoding = model.decode()) {
      assertThatThrownBy(() -> decoding.feed(512))
          .hasMessage("token 512 is out of the vocabulary of 512");
      assertThatThrownBy(() -> decoding.feed(-1)).hasMessageContaining("token -1");
      assertThatThrownBy(() -> decoding.feed()).hasMessageContaining("at least one token");
      assertThatThrownBy(() -> decoding.feed(new int[513]))
          .hasMessage("the model takes at most 512 tokens, got 513");
      assertThatThrownBy(decoding::logits).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void shouldRejectSpansOutsideTheTokens() {
    ForwardPass pass = model.forward(1, 2, 3);

    for (int[] span : new int[][] {{-1, 2}, {1, 4}, {2, 2}}) {
      assertThatThrownBy(() -> pass.mean(span[0], span[1]))
          .hasMessageContaining("is not within the 3 tokens");
    }
  }

  @Test
  void shouldPrefillLongPromptsInParts() {
    int[] prompt = IntStream.range(0, 512).map(i -> 3 + i % 500).toArray();
    int[][] rows = new int[12][];
    Arrays.setAll(rows, row -> Arrays.copyOf(prompt, 512 - 23 * row));

    try (BatchDecoding decoding = model.decodeBatch(rows.length, Capture.RESIDUALS)) {
      decoding.feed(rows);
      for (int row = 0; row < rows.length; row += 5) {
        ForwardPass pass = model.forward(rows[row]);
        assertThat(decoding.residuals(row))
            .containsExactly(ResidualStream.at(pass, rows[row].length - 1), within(1e-4f));
      }
    }
  }
}
