package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description =
        "Writes a published probe to a folder: probe.safetensors and probe.json, see"
            + " schemas/probe-files.md.")
final class ProbeExportCommand extends CatalogueCommand {
  @Mixin private ProbeParameter probe;

  @Parameters(index = "1", paramLabel = "DIR", description = "Made where it does not exist.")
  private Path folder;

  @Option(names = "--force", description = "Replace a probe that is there.")
  private boolean force;

  @Override
  protected void check() {
    if (!force) {
      ProbeFiles.requireNone(folder);
    }
  }

  @Override
  void work(ProbeCatalogue catalogue) {
    ProbeRelease release = catalogue.release(probe.in(catalogue.read()));
    try {
      ProbeFiles.save(release, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the probe to " + folder + ": " + e, e);
    }
    say("wrote %s to %s".formatted(release.id().key(), folder));
  }
}
