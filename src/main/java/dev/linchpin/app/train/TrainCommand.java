package dev.linchpin.app.train;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.Follower;
import dev.linchpin.training.FollowerSettings;
import dev.linchpin.wire.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The training role. */
@Command(
    name = "train",
    description =
        "Trains a probe from the labels that came back, with the activations that lie in the log,"
            + " and publishes it as a challenger. With --follow it goes on: trains again when there"
            + " is reason to, and promotes a challenger that beats the champion on chains that"
            + " neither has seen.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Mixin private ClaimStoreOption claimStore;

  @Mixin private FollowerOptions options;

  @Option(names = "--follow", description = "Go on until it is stopped.")
  private boolean follow;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Without --follow: write the probe to this folder instead of publishing it.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Override
  public Integer call() {
    FollowerSettings settings = options.settings();
    Cluster where = new Cluster(claimStore.addTo(cluster.client()), cluster.topics());
    Posts.require(cluster.client(), cluster.topics().labels());
    TrainingReport report =
        new TrainingReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    Follower follower = new Follower(where, settings, Clock.systemUTC(), report);
    if (follow) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(follower)));
      follower.run();
      return 0;
    }
    return once(follower, where, report);
  }

  private int once(Follower follower, Cluster where, TrainingReport report) {
    try {
      ProbeRelease challenger =
          follower
              .trainOnce()
              .orElseThrow(
                  () -> new KafkaException("expected activations of the model, found none"));
      out.ifPresentOrElse(folder -> save(challenger, folder), () -> publish(challenger, where));
      report.trained(challenger);
      return 0;
    } catch (IllegalArgumentException e) {
      report.postponed(e.getMessage());
      return 1;
    }
  }

  private static void publish(ProbeRelease challenger, Cluster where) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
      catalogue.publishChallenger(challenger);
    }
  }

  private static void save(ProbeRelease challenger, Path folder) {
    try {
      ProbeFiles.save(challenger, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the probe to " + folder, e);
    }
  }

  private static void stop(Follower follower) {
    try {
      follower.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
