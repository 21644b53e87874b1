package dev.linchpin.app.probe;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.catalogue.ProbeCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Prints a published probe, all but its weights.")
final class ProbeShowCommand extends CatalogueCommand {
  @Mixin private ProbeParameter probe;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  void work(ProbeCatalogue catalogue) {
    ProbeDetails details = ProbeDetails.of(catalogue.release(probe.in(catalogue.read())));
    say(json ? JsonLine.of(details.fields()) : details.text());
  }
}
