package dev.linchpin.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class LatencyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldMeasureAlertsAtEveryLoadBesideAPlainConsumer() throws Exception {
    // When
    run(
        "--shape=2x16",
        "--partitions=2",
        "--threads=1",
        "--max-rate=200",
        "--loads=10,50",
        "--seconds=1",
        "--warm-up=1",
        "--json");

    // Then
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.at("/bars").size()).isEqualTo(2);
    assertThat(report.at("/latency").findValuesAsText("path"))
        .containsExactly(
            "publication to alert",
            "produce to consume",
            "publication to alert",
            "produce to consume");
    assertThat(report.at("/latency"))
        .allSatisfy(
            row -> {
              assertThat(row.path("p50Millis").asDouble()).isPositive();
              assertThat(row.path("missing").asInt()).isZero();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"--max-rate=0", "--loads=10,-1", "--seconds=0", "--warm-up=0"})
  void shouldRefuseNothingToMeasure(String argument) {
    // When
    int code = run(argument);

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("expected more than 0");
  }

  private int run(String... arguments) {
    return new CommandLine(new LatencyCommand(BenchProgram.program()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
