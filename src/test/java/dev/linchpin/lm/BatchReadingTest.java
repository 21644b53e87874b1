package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchGenerator.Prompt;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchReadingTest {
  private static final List<int[]> SEQUENCES =
      List.of(
          new int[] {3, 1, 4, 1, 5, 9, 2},
          new int[] {3, 1, 4, 7},
          new int[] {3, 1, 4, 1, 5, 8, 8, 8, 8, 0},
          new int[] {3, 1, 4, 1, 5, 9, 2});
  private static final Limits LIMITS = new Limits(5, 12, Set.of(2));

  @TempDir private Path folder;
  private CausalLm model;

  @BeforeEach
  void load() {
    model = CausalLm.load(TinyCheckpoint.llama().write(folder));
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void shouldSayHowLikelyEachTokenIs() {
    try (BatchReading reading = BatchReading.of(model, SEQUENCES)) {
      for (int i = 0; i < SEQUENCES.size(); i++) {
        // When
        float[] together = reading.logProbabilities(i);

        // Then
        float[] alone = model.logProbabilities(SEQUENCES.get(i));
        assertThat(together[0]).isNaN();
        assertThat(Arrays.copyOfRange(together, 1, together.length))
            .containsExactly(alone, within(1e-4f));
      }
    }
  }

  @Test
  void shouldReadSequencesThatShareNothing() {
    // Given
    List<int[]> sequences = List.of(new int[] {3, 1, 4}, new int[] {7, 1, 4, 5});

    // When
    try (BatchReading reading = BatchReading.of(model, sequences)) {

      // Then
      for (int i = 0; i < sequences.size(); i++) {
        float[] together = reading.logProbabilities(i);
        assertThat(Arrays.copyOfRange(together, 1, together.length))
            .containsExactly(model.logProbabilities(sequences.get(i)), within(1e-4f));
      }
    }
  }

  @Test
  void shouldCompleteEachSequenceAsAloneForEverySampler() {
    // Given
    int[] counts = {3, 1, 0, 4};

    // When
    List<List<Completion>> together;
    try (BatchReading reading = BatchReading.of(model, SEQUENCES)) {
      together =
          reading.complete(
              IntStream.range(0, counts.length).mapToObj(i -> samplers(i, counts[i])).toList(),
              LIMITS);
    }

    // Then
    BatchGenerator alone = new BatchGenerator(model, new Limits(1, 12, Set.of(2)), Capture.NONE);
    for (int i = 0; i < counts.length; i++) {
      int[] sequence = SEQUENCES.get(i);
      List<Prompt> prompts =
          samplers(i, counts[i]).stream().map(sampler -> new Prompt(sequence, sampler)).toList();
      assertThat(together.get(i))
          .extracting(Completion::tokens)
          .containsExactlyElementsOf(
              alone.generate(prompts).stream().map(Completion::tokens).toList());
    }
    assertThat(together.get(0).get(0).tokens()).isNotEqualTo(together.get(0).get(1).tokens());
  }

  @Test
  void shouldCountPassesAndLeaveNothingBehind() {
    // Given
    int before = model.managedArrays();

    // When
    long afterReading;
    long afterCompleting;
    try (BatchReading reading = BatchReading.of(model, SEQUENCES)) {
      afterReading = reading.passes();
      var unused = reading.complete(SEQUENCES.stream().map(s -> samplers(0, 1)).toList(), LIMITS);
      afterCompleting = reading.passes();
    }

    // Then
    assertThat(afterReading).isEqualTo(2);
    assertThat(afterCompleting).isBetween(3L, 2L + LIMITS.maxNewTokens());
    assertThat(model.managedArrays()).isEqualTo(before);
  }

  private static List<Sampler> samplers(int sequence, int count) {
    return IntStream.range(0, count)
        .<Sampler>mapToObj(k -> Sampler.nucleus(1, 0.95, 100L * sequence + k))
        .toList();
  }
}
