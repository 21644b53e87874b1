package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.app.replay.ReplayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is refused before any cluster is asked. */
final class ReplayArgumentsTest {

  @ParameterizedTest
  @CsvSource({
    "start Name, expected a run's name",
    "start live, expected a run's name",
    "start --pace=0, expected more than 0",
    "start --from=yesterday, expected a time such as",
    "start --offsets=1, expected P:FROM-UNTIL",
    "start --offsets=0:9-1, expected one range a partition",
    "start --probe=nowhere, expected running",
    "start --chains=nowhere, expected a readable file",
    "verify --follow, expected a range with an end",
    "compare a a, expected two different runs",
    "compare a --worst=-1, expected at least 0",
    "what-if a --removable-at-most=0.9 --important-at-least=0.1, expected",
    "export --out=x --chain=a --model=m, expected chains by id",
    "start, Missing --bootstrap-servers"
  })
  void shouldRefuseWrongArguments(String arguments, String message) {
    // Given
    StringWriter errors = new StringWriter();

    // When
    int code =
        new CommandLine(new ReplayCommand())
            .setErr(new PrintWriter(errors, true))
            .setExecutionExceptionHandler(CommandLineSetup::fail)
            .setParameterExceptionHandler(CommandLineSetup::reject)
            .execute(arguments.split(" "));

    // Then
    assertThat(code).as(errors.toString()).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }
}
