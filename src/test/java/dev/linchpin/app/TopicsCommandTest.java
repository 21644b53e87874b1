package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.broker.EmbeddedKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class TopicsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldPrintTheCatalogueWithoutACluster() {
    // When
    int code = run("--prefix", "lab.", "--partitions", "6");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .hasSize(19)
        .anyMatch(
            line ->
                line.matches(
                    "lab\\.activations +chainId +ActivationsCaptured, StepProjected +6 .*"));
  }

  @Test
  void shouldPrintTheCatalogueAsJson() throws Exception {
    // When
    int code = run("--json");

    // Then
    JsonNode scores = new ObjectMapper().readTree(out.toString()).at("/topics/5");
    assertThat(code).isZero();
    assertThat(scores.path("name").asText()).isEqualTo("scores");
    assertThat(scores.at("/config/message.timestamp.type").asText()).isEqualTo("LogAppendTime");
  }

  @Test
  void shouldReportAndCreateWhatIsMissing(@TempDir Path folder) {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      // Given
      String servers = kafka.bootstrapServers();

      // When
      int before = run("--bootstrap-servers", servers);
      int creating = run("--bootstrap-servers", servers, "--create");
      int after = run("--bootstrap-servers", servers);
      int other = run("--bootstrap-servers", servers, "--partitions", "9");

      // Then
      assertThat(List.of(before, creating, after, other)).containsExactly(1, 0, 0, 1);
      assertThat(out.toString())
          .contains("differs: scores: missing")
          .contains("created scores")
          .contains("The cluster has every topic as it must be.")
          .contains("differs: scores: expected 9 partitions, got 4");
    }
  }

  @Test
  void shouldSayThatTheClusterDoesNotAnswer() {
    // When
    int code = run("--bootstrap-servers", "127.0.0.1:1", "--timeout-ms", "300");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("linchpin topics: 127.0.0.1:1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--create | --create needs --bootstrap-servers",
        "--prefix a/b | expected a topic prefix",
        "--partitions 0 | expected at least 1 partition, got 0",
        "--bootstrap-servers x:1 --client-config /no/file | got /no/file"
      })
  void shouldRefuseWrongArguments(String arguments, String message) {
    // When
    int code = run(arguments.split(" ", -1));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private int run(String... arguments) {
    return new CommandLine(new TopicsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
