package dev.linchpin.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class TrainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int train(String... arguments) {
    return new CommandLine(new TrainCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--epochs 0 | epochs >= 1",
        "--precision 0 | expected precisions in (0, 1]",
        "--fewest-labels 0 | fewestLabels and everyLabels >= 1",
        "--every PT0S | expected a duration above 0",
        "--when-auroc-below 2 | expected an AUROC in [0, 1]",
        "--gate-chains 1 | expected 2 <= fewestChains",
        "--gate-calibration -1 | expected a calibration tolerance",
        "--kind GUESS | --kind",
        "--follow | --bootstrap-servers"
      })
  void shouldSayWhatIsWrong(String arguments, String fault) {
    int code = train(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(fault);
  }

  @Test
  void shouldHaveThePapersHyperparametersAsDefaults() {
    int code = train("--help");

    assertThat(code).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("(default 128)", "(default 3e-4)", "(default 1e-4)", "(default 32)")
        .contains("(default 30)", "(default MLP)", "(default LAYERWISE)");
  }
}
