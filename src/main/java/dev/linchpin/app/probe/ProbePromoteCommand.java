package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "promote",
    description = "Makes a probe the champion and retires the model's other champions.")
final class ProbePromoteCommand extends ChangeCommand {
  @Mixin private ProbeParameter probe;

  @Override
  String change(ProbeCatalogue catalogue, ProbeHeads before) {
    ProbeId id = probe.in(before).id();
    catalogue.promote(id);
    return id.model();
  }
}
