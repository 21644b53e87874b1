package dev.linchpin.app.cluster;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on a cluster and ends. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:refused, or the cluster does not answer", "2:usage"})
public abstract class ClusterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Override
  public final Integer call() throws InterruptedException {
    check();
    Map<String, Object> client = cluster.client();
    Cluster where = new Cluster(settings(client), cluster.topics());
    needed(where.topics()).forEach(topic -> Posts.require(client, topic));
    return work(where);
  }

  /** Throws what can be known before the cluster is asked. */
  protected void check() {}

  /** The settings of the cluster with those of the command. */
  protected Map<String, Object> settings(Map<String, Object> client) {
    return client;
  }

  /** Topics without which the work would be in vain. */
  protected List<Topic<?>> needed(Topics topics) {
    return List.of();
  }

  /** Does the work and gives the exit code. */
  protected abstract int work(Cluster where) throws InterruptedException;

  /** A wrong argument. */
  protected final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Prints a result. */
  protected final void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** Prints what is going on. */
  protected final void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  /** Says why it cannot be done, and gives the exit code. */
  protected final int refuse(String message) {
    tell(spec.qualifiedName() + ": " + message);
    return spec.exitCodeOnExecutionException();
  }
}
