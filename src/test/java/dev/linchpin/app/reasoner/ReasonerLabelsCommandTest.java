package dev.linchpin.app.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ReasonerLabelsCommandTest {
  private final StringWriter out = new StringWriter();

  private int labels(String... arguments) {
    return new CommandLine(new ReasonerLabelsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }

  @Test
  void shouldHoldTheLabelsOfEveryWayAgainstTheTrueGraph() {
    int code = labels("--chains", "8");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains(
            "INFLUENCE, MEAN_PERPLEXITY",
            "RANDOM, MEAN_PERPLEXITY",
            "INFLUENCE, WORST_STEP",
            "RANDOM, WORST_STEP",
            "LEAVE_ONE_OUT, WORST_STEP",
            "% of the prefix",
            "forward passes",
            "LABELLED=");
  }

  @Test
  void shouldFailWhenTheLabelsAreWrong() {
    int code = labels("--chains", "8", "--attainability", "0");

    assertThat(code).isEqualTo(1);
  }

  @Test
  void shouldAskForAChain() {
    assertThat(labels("--chains", "0")).isEqualTo(2);
  }
}
