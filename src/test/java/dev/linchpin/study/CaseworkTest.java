package dev.linchpin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseworkTest {
  private static final long SEED = 41;
  private static final int CHAINS = 4;

  private static Subject subject;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    subject = Subject.reasoner(Path.of("models", "reasoner"));
  }

  @AfterAll
  static void close() {
    subject.close();
  }

  private List<Dossier> dossiers(long seedOfProblems) {
    Casework.Plan plan = new Casework.Plan(Map.of(Way.PAPER, CHAINS, Way.STRICT, 1), SEED);
    return new Casework(subject, folder, plan)
        .dossiers(Problems.puzzles(CHAINS, seedOfProblems), done -> {});
  }

  @Test
  void shouldKeepAllThatAModelTellsOfItsChains() {
    List<Dossier> dossiers = dossiers(SEED);

    assertThat(dossiers).hasSize(CHAINS);
    for (Dossier dossier : dossiers) {
      int steps = dossier.chain().steps().size();
      assertThat(dossier.readings()).hasSize(steps);
      assertThat(dossier.alone()).hasSize(steps).allMatch(a -> a.length == 4 * 128);
      for (int i = 0; i < steps; i++) {
        ObservedStep step = dossier.chain().steps().get(i);
        assertThat(dossier.readings().get(i).mean())
            .usingComparatorWithPrecision(1e-3f)
            .containsExactly(step.activations());
        assertThat(dossier.readings().get(i).logProbabilities()).hasSize(step.tokens());
      }
    }
    assertThat(dossiers).allMatch(d -> d.removals().containsKey(Way.PAPER));
    assertThat(dossiers.get(0).removals()).containsKey(Way.STRICT);
    assertThat(dossiers.get(1).removals()).doesNotContainKey(Way.STRICT);
  }

  @Test
  void shouldReadAStepByItsTokens() {
    Dossier dossier = dossiers(SEED).get(0);
    StepReading reading = dossier.readings().get(1);
    int tokens = reading.logProbabilities().length;

    assertThat(reading.first()).isNotEqualTo(reading.last());
    assertThat(tokens).isEqualTo(dossier.chain().steps().get(1).tokens());
    assertThat(reading.logProbabilities()[tokens - 1]).isCloseTo(0, within(0.5f));
  }

  @Test
  void shouldNotMakeAgainWhatLiesThereAndMakeTheRestAlike() throws IOException {
    // Given
    List<Dossier> first = dossiers(SEED);
    byte[] kept = Files.readAllBytes(folder.resolve("0.dossier"));
    byte[] lost = Files.readAllBytes(folder.resolve("2.dossier"));
    Files.delete(folder.resolve("2.dossier"));

    // When
    List<Dossier> second = dossiers(SEED);

    // Then
    assertThat(Files.readAllBytes(folder.resolve("0.dossier"))).isEqualTo(kept);
    assertThat(Files.readAllBytes(folder.resolve("2.dossier"))).isEqualTo(lost);
    for (int i = 0; i < CHAINS; i++) {
      assertThat(second.get(i).removals()).isEqualTo(first.get(i).removals());
      assertThat(second.get(i).chain().texts()).isEqualTo(first.get(i).chain().texts());
      assertThat(second.get(i).chain().answer()).isEqualTo(first.get(i).chain().answer());
      assertThat(second.get(i).alone().get(0)).isEqualTo(first.get(i).alone().get(0));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(CHAINS).allMatch(f -> f.toString().endsWith(".dossier"));
    }
  }

  @Test
  void shouldRefuseChainsAboutOtherProblems() {
    dossiers(SEED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> dossiers(SEED + 1))
        .withMessageContaining("expected a chain about");
  }

  @Test
  void shouldNameAFileThatIsCutOff() throws IOException {
    dossiers(SEED);
    Path file = folder.resolve("1.dossier");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));

    assertThatThrownBy(() -> dossiers(SEED))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("1.dossier");
  }
}
