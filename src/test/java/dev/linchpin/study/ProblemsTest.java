package dev.linchpin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemsTest {
  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("problems.jsonl"), List.of(lines));
  }

  @Test
  void shouldReadAProblemALine() throws IOException {
    Path file =
        file(
            "{\"problem\": \"What is \\\\frac{1}{2} of 8?\", \"answer\": \"4\"}",
            "", "{\"answer\": 12, \"problem\": \"6 + 6\", \"level\": \"easy\"}");

    List<Problem> problems = Problems.read(file);

    assertThat(problems)
        .extracting(Problem::text)
        .containsExactly("What is \\frac{1}{2} of 8?", "6 + 6");
    assertThat(problems).extracting(Problem::answer).containsExactly("4", "12");
    assertThat(problems.get(0).needs("k: a plus 6 is 2 plus 6 so k=8.\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"problem\": \"6 + 6\"} | line 2: expected text in the field \"answer\", got nothing",
        "{\"problem\": [], \"answer\": \"1\"} | line 2: expected text in the field \"problem\", got []",
        "{\"problem\": \" \", \"answer\": \"1\"} | line 2: expected text in the field \"problem\"",
        "[1] | line 2: expected text in the field \"problem\", got nothing",
        "{\"problem\": | line 2: expected a JSON object"
      })
  void shouldNameTheLineOfAFault(String line, String fault) throws IOException {
    Path file = file("{\"problem\": \"6 + 6\", \"answer\": \"12\"}", line);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problems.read(file))
        .withMessageContaining(fault);
  }

  @Test
  void shouldRefuseAFileWithoutProblems() throws IOException {
    Path file = file("", " ");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problems.read(file))
        .withMessageContaining("got none");
    assertThatThrownBy(() -> Problems.read(folder.resolve("none.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.jsonl");
  }

  @Test
  void shouldGiveTheSamePuzzlesForASeedAndKnowTheirTruth() {
    List<Problem> puzzles = Problems.puzzles(20, 5);

    assertThat(puzzles)
        .extracting(Problem::text)
        .isEqualTo(Problems.puzzles(20, 5).stream().map(Problem::text).toList());
    assertThat(puzzles.get(0).needs("Not needed.\n")).isEmpty();
    assertThat(puzzles.get(0).text()).startsWith("Find ");
    assertThat(asked(puzzles.get(0))).contains(true);
  }

  /** What the graph says of computing the first variable that a puzzle asks for. */
  private static Optional<Boolean> asked(Problem puzzle) {
    char name = puzzle.text().charAt("Find ".length());
    return puzzle.needs(name + ": a plus 1 is 0 plus 1 so " + name + "=1.\n");
  }
}
