package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;

/** A command that changes the probes of one model and prints what became of them. */
abstract class ChangeCommand extends CatalogueCommand {

  @Override
  final void work(ProbeCatalogue catalogue) {
    ProbeHeads before = catalogue.read();
    String model = change(catalogue, before);
    ProbeChanges.lines(model, before, catalogue.read()).forEach(this::say);
  }

  /** Makes the change and gives the model whose probes it is about. */
  abstract String change(ProbeCatalogue catalogue, ProbeHeads before);
}
