package dev.linchpin.app.probe;

import dev.linchpin.app.cluster.ClusterCommand;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.time.Clock;
import java.util.List;

/** What the commands about probes share: the catalogue they work on, open while they do. */
abstract class CatalogueCommand extends ClusterCommand {

  @Override
  protected final List<Topic<?>> needed(Topics topics) {
    return List.of(topics.probes());
  }

  @Override
  protected final int work(Cluster where) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
      work(catalogue);
    }
    return 0;
  }

  abstract void work(ProbeCatalogue catalogue);
}
