package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.wire.Cluster;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about dead letters share: the cluster they work on. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:refused, or the cluster does not answer", "2:usage"})
abstract class LettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Override
  public final Integer call() {
    check();
    Map<String, Object> client = cluster.client();
    Cluster where = new Cluster(settings(client), cluster.topics());
    Posts.require(client, where.topics().deadLetters());
    Posts.require(client, where.topics().redeliveries());
    return work(where);
  }

  /** Throws what can be known before the cluster is asked. */
  void check() {}

  /** The settings of the cluster with those of the command. */
  Map<String, Object> settings(Map<String, Object> client) {
    return client;
  }

  /** Does the work and gives the exit code. */
  abstract int work(Cluster where);

  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** Says why it cannot be done. */
  final int refuse(String message) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + message);
    return spec.exitCodeOnExecutionException();
  }
}
