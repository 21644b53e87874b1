package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "rollback",
    description = "Makes the champion before the present one the champion again.")
final class ProbeRollbackCommand extends ChangeCommand {
  @Parameters(paramLabel = "MODEL", description = "The model whose champion is meant.")
  private String model;

  @Override
  String change(ProbeCatalogue catalogue, ProbeHeads before) {
    catalogue.rollback(model);
    return model;
  }
}
