package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "retire",
    description = "Takes a probe out of use: it neither scores nor flags; it stays in the topic.")
final class ProbeRetireCommand extends ChangeCommand {
  @Mixin private ProbeParameter probe;

  @Override
  String change(ProbeCatalogue catalogue, ProbeHeads before) {
    ProbeId id = probe.in(before).id();
    catalogue.retire(id);
    return id.model();
  }
}
