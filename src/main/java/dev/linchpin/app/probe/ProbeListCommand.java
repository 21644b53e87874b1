package dev.linchpin.app.probe;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Prints the published probes, by model and version.")
final class ProbeListCommand extends CatalogueCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "Only those of this model (default: all).")
  private Optional<String> model = Optional.empty();

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  @Override
  void work(ProbeCatalogue catalogue) {
    ProbeHeads heads = catalogue.read();
    List<ProbeHead> listed = model.map(heads::of).orElse(heads.all());
    say(json ? JsonLine.of(ProbeTable.json(listed)) : ProbeTable.text(listed));
  }
}
