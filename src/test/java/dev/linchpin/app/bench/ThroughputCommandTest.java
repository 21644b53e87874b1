package dev.linchpin.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ThroughputCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldMeasureTheMonitorBesideAPlainConsumer() throws Exception {
    // When
    run(
        "--shape=2x16",
        "--records=2000",
        "--rounds=1",
        "--partitions=2",
        "--threads=1",
        "--python=none",
        "--json");

    // Then
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.at("/bars").size()).isEqualTo(1);
    assertThat(report.at("/bars/0/value").asDouble()).isPositive();
    assertThat(report.at("/throughput").findValuesAsText("who"))
        .containsExactly("plain consumer, 1 thread", "monitor");
    assertThat(report.at("/throughput"))
        .allSatisfy(row -> assertThat(row.path("recordsPerSecond").asDouble()).isPositive());
  }

  @ParameterizedTest
  @CsvSource({
    "--shape=28, expected LAYERSxHIDDEN",
    "--partitions=0, expected at least 1",
    "--threads=-1, expected at least 1"
  })
  void shouldRefuseWrongArguments(String argument, String message) {
    // When
    int code = run(argument);

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private int run(String... arguments) {
    return new CommandLine(new ThroughputCommand(BenchProgram.program()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
