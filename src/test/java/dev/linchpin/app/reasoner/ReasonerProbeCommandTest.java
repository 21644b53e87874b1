package dev.linchpin.app.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ReasonerProbeCommandTest {
  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  private int train(String... arguments) {
    return new CommandLine(new ReasonerProbeCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }

  @Test
  void shouldTrainAProbeAndSayHowGoodItIs() {
    int code = train("--chains", "120", "--probe-version", "3", "--out", folder.toString());

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains(
            "agree with the true graph",
            "first-token log-probability",
            "auroc",
            "balancedAccuracy95Low",
            "calibrationError",
            "testChains");
    ProbeRelease release = ProbeFiles.load(folder);
    assertThat(release.id().version()).isEqualTo(3);
    assertThat(release.shape().size()).isEqualTo(4 * 128);
    assertThat(release.metrics().get("auroc")).isGreaterThan(0.8);
  }

  @Test
  void shouldAskWhereTheProbeGoes() {
    assertThat(train("--chains", "120")).isEqualTo(2);
  }
}
