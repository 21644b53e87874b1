package dev.linchpin.app.replay;

import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.replay.ProbeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says through which probe steps go. */
final class ProbeChoiceOption {
  private static final String RUNNING = "running";

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
    return Files.isDirectory(folder)
        ? new ProbeChoice.Candidate(ProbeFiles.load(folder))
        : new ProbeChoice.Pinned(probe);
  }
}
