package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class AblateCommandTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--completions 0 | expected completions >= 1",
        "--temperature -1 | expected completions >= 1",
        "--top-p 1.5 | topP in (0, 1]",
        "--sufficiency 2 | expected sufficiency in [0, 1]",
        "--attainability 1.1 | attainability of at most 1",
        "--max-answer-tokens 0 | at least 1 token for the answer",
        "--method GUESS | --method",
        "--seed 3 | --bootstrap-servers"
      })
  void shouldSayWhatIsWrongInOneLine(String arguments, String fault) {
    int code =
        new CommandLine(new AblateCommand())
            .setParameterExceptionHandler(CommandLineSetup::reject)
            .setErr(new PrintWriter(err, true))
            .execute(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(fault);
  }
}
