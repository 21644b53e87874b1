package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description =
        "Publishes the probe of a folder (probe.safetensors and probe.json, see"
            + " schemas/probe-files.md) as a challenger. It keeps its version, or gets the next one"
            + " where its model has that.")
final class ProbeImportCommand extends ChangeCommand {
  @Parameters(paramLabel = "DIR", description = "The folder with both files.")
  private Path folder;

  @Option(
      names = "--probe-version",
      paramLabel = "V",
      description = "Publish it under this version, from 1, which has to be free.")
  private Optional<Integer> version = Optional.empty();

  @Option(names = "--promote", description = "Publish it as the champion; the others retire.")
  private boolean promote;

  private ProbeRelease release;

  @Override
  protected void check() {
    if (version.orElse(1) < 1) {
      throw wrong("--probe-version: expected at least 1, got " + version.get());
    }
    ProbeRelease read = ProbeFiles.load(folder);
    ProbeLifecycle life = read.lifecycle();
    ProbeStatus part = promote ? ProbeStatus.CHAMPION : ProbeStatus.CHALLENGER;
    // Whatever it was elsewhere, here it was no champion yet that could be rolled back to.
    release =
        read.with(
            new ProbeLifecycle(part, life.trainedAt(), life.parentVersion(), Optional.empty()));
  }

  @Override
  String change(ProbeCatalogue catalogue, ProbeHeads before) {
    version.ifPresentOrElse(
        number -> catalogue.publishNew(release.renumbered(number), ProbeHeads::free),
        () -> catalogue.publishNew(release, ProbeHeads::freeOrNext));
    return release.id().model();
  }
}
