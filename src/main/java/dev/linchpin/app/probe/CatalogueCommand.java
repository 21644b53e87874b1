package dev.linchpin.app.probe;

import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.wire.Cluster;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about probes share: the catalogue they work on, open while they do. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:refused, or the cluster does not answer", "2:usage"})
abstract class CatalogueCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Override
  public final void run() {
    Cluster where = new Cluster(cluster.client(), cluster.topics());
    check();
    Posts.require(where.client(), where.topics().probes());
    try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
      work(catalogue);
    }
  }

  /** Throws what can be known before the cluster is asked. */
  void check() {}

  abstract void work(ProbeCatalogue catalogue);

  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
