package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LabelCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--window|0|a window of at least 1",
        "--retention|PT0S|expected a retention and an interval above 0",
        "--retention|a week|'--retention'",
        "--threads|0|at least 1 thread",
        "--application-id|' '|expected an application id",
        "--method|GUESS|'--method'",
        "--measure|BEST_STEP|'--measure'"
      })
  void shouldRefuseWhatCannotBe(String option, String value, String message) {
    // When
    int code = run("--schema-registry-url", "http://nowhere", option, value);

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void shouldSayThatTheRegistryIsNotNamed() {
    // When
    int code = run();

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("Missing --schema-registry-url");
  }

  @Test
  void shouldTellItsDefaults() {
    // When
    int code = run("--help");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("linchpin-labels", "P7D", "500", "INFLUENCE", "WORST_STEP", "MEAN_PERPLEXITY");
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--bootstrap-servers", "nowhere:1"));
    arguments.addAll(List.of(options));
    return new CommandLine(new LabelCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
