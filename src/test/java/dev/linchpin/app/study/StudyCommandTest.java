package dev.linchpin.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.study.Problem;
import dev.linchpin.study.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StudyCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int study(String... arguments) {
    return new CommandLine(new StudyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private JsonNode report() throws IOException {
    return JSON.readTree(folder.resolve("report.json").toFile());
  }

  @Test
  void shouldReportOnTheBundledReasonersAndGoOnWithTheSameFigures() throws IOException {
    // When
    int code = study("--quick", "--out", folder.toString());

    // Then
    assertThat(code).as(err.toString()).isZero();
    JsonNode report = report();
    assertThat(report.at("/sections").findValuesAsText("key"))
        .contains(
            "headline",
            "core-size",
            "activations-against-text",
            "before-later-steps",
            "cross-model",
            "where-it-is",
            "not-on-the-surface",
            "against-the-truth",
            "labels-needed",
            "alarm");
    assertThat(Files.readString(folder.resolve("report.md")))
        .contains("reasoner-llama", "(paper: Table 1", "plots/where-it-is-reasoner.svg");
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
    assertThat(folder.resolve("plots/cross-model-reasoner-llama.svg")).isNotEmptyFile();
    assertThat(folder.resolve("tables/core-size.csv")).isNotEmptyFile();

    // When it was interrupted
    interrupt("reasoner", 60);
    int again = study("--quick", "--out", folder.toString());

    // Then
    assertThat(again).isZero();
    assertThat(report()).isEqualTo(report);
  }

  /** Takes away later chains of a study, and findings that take little time. */
  private void interrupt(String model, int chains) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("work").resolve(model))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean early =
            name.endsWith(".dossier")
                && Integer.parseInt(name.substring(0, name.indexOf('.'))) < chains;
        boolean kept =
            name.endsWith(".dossier")
                ? early
                : !List.of("core-size.json", "labels-needed.json", "alarm.json").contains(name);
        if (!kept) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void shouldStudyAnyModelOnAnyProblems() throws IOException {
    // Given
    Path problems = folder.resolve("problems.jsonl");
    List<String> lines = new ArrayList<>();
    for (Problem puzzle : Problems.puzzles(50, 3)) {
      lines.add(
          JSON.createObjectNode()
              .put("problem", puzzle.text())
              .put("answer", puzzle.answer())
              .toString());
    }
    Files.write(problems, lines);

    // When
    int code =
        study(
            "--quick",
            "--chains",
            "40",
            "--model",
            Path.of("models", "reasoner").toString(),
            "--problems",
            problems.toString(),
            "--out",
            folder.toString());

    // Then
    assertThat(code).as(err.toString()).isZero();
    assertThat(report().at("/settings/problems").asText()).isEqualTo("40");
    assertThat(out.toString()).contains("the true graphs of these problems are not known");
  }

  @Test
  void shouldSayWhatCannotBeMeasuredOnTooFewChains() throws IOException {
    // When
    int code =
        study(
            "--quick",
            "--chains",
            "2",
            "--model",
            Path.of("models", "reasoner").toString(),
            "--out",
            folder.toString());

    // Then
    assertThat(code).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("report.md")))
        .contains("How few steps are enough", "take more chains");
  }

  @Test
  void shouldNotMixTwoStudies() throws IOException {
    Files.createDirectories(folder.resolve("work"));
    Files.writeString(folder.resolve("work/settings.json"), "{\"seed\": \"1\"}");

    int code = study("--quick", "--out", folder.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("holds another study");
  }

  @Test
  void shouldSayWhatIsWrongWithArguments() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(study("--chains", "0")).isEqualTo(2);
    assertThat(study("--problems", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(study("--model", empty.toString(), "--out", folder.toString())).isEqualTo(2);
    assertThat(study("--max-new-tokens", "0", "--out", folder.toString())).isEqualTo(2);
    assertThat(study("--elicitation", " ", "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("expected chains", "cannot read", "is not a model", "at least 1, got 0");
  }
}
