package dev.linchpin.app.replay;

import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.replay.ProbeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says through which probe steps go. */
final class ProbeChoiceOption {
  private static final String RUNNING = "running";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--probe",
      paramLabel = "PROBE",
      defaultValue = RUNNING,
      description =
          "running: the champion of every model as of now; MODEL/NAME/VERSION: a published one,"
              + " whatever its part; or the folder of one that the cluster does not know (default"
              + " ${DEFAULT-VALUE}).")
  private String probe;

  ProbeChoice choice() {
    if (probe.equals(RUNNING)) {
      return new ProbeChoice.Running();
    }
    Path folder = Path.of(probe);
    if (Files.isDirectory(folder)) {
      return new ProbeChoice.Candidate(ProbeFiles.load(folder));
    }
    if (!probe.matches(".+/.+/\\d+")) {
      throw new ParameterException(
          spec.commandLine(),
          "--probe: expected running, MODEL/NAME/VERSION or the folder of a probe, got " + probe);
    }
    return new ProbeChoice.Pinned(probe);
  }
}
