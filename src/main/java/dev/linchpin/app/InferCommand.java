package dev.linchpin.app;

import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.catalogue.ChampionWatch;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainPublisher;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.inference.InferenceNode;
import dev.linchpin.inference.NodeSettings;
import dev.linchpin.inference.Outbox;
import dev.linchpin.inference.PublishedChain;
import dev.linchpin.inference.RecordProfile;
import dev.linchpin.inference.TopicsCheck;
import dev.linchpin.node.NodeNames;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.Metrics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The inference node; or one question, with or without a cluster. */
@Command(
    name = "infer",
    description = {
      "Lets a model reason and puts its chains, steps and activations on Kafka.",
      "With --question: one chain, printed step by step, published too if a cluster is given."
          + " Without: a node that takes problems from the cluster until it is stopped."
    },
    mixinStandardHelpOptions = true)
final class InferCommand implements Callable<Integer> {

  private static final Duration GRACE = Duration.ofSeconds(20);

  @Spec private CommandSpec spec;
  @Mixin private ClusterOptions cluster;
  @Mixin private GenerationOptions generation;
  @Mixin private PublishingOptions publishing;

  @Option(names = "--question", paramLabel = "TEXT", description = "The prompt of one chain.")
  private Optional<String> question = Optional.empty();

  @Option(
      names = "--answer-key",
      paramLabel = "TEXT",
      description = "The right answer to --question.")
  private Optional<String> answerKey = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chains that a node generates at once (default ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description =
          "Consumer group of the nodes that share the problems (default: the prefix and "
              + NodeSettings.DEFAULT_GROUP
              + ").")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description =
          "What the node calls itself in its reports (default: the host's name and four random"
              + " digits).")
  private Optional<String> node = Optional.empty();

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (question.isEmpty() && !cluster.isGiven()) {
      throw wrong("Missing --question TEXT, or --bootstrap-servers for a node");
    }
    if (answerKey.isPresent() && question.isEmpty()) {
      throw wrong("--answer-key needs --question");
    }
    Optional<Cluster> target = cluster.isGiven() ? Optional.of(target()) : Optional.empty();
    NodeSettings settings = settings();
    if (target.isPresent() && lacksTopics(target.get())) {
      return spec.exitCodeOnExecutionException();
    }
    try (CheckpointModel model = generation.load()) {
      ChainGenerator generator = generator(model);
      return target.isEmpty()
          ? exitCode(generator.generate(request(), printer()))
          : publish(generator, target.get(), settings);
    }
  }

  private ChainGenerator generator(CheckpointModel model) {
    try {
      return new ChainGenerator(model, generation.capture(), InstantSource.system());
    } catch (IllegalArgumentException e) {
      throw wrong("--layers: " + e.getMessage());
    }
  }

  private boolean lacksTopics(Cluster target) throws InterruptedException {
    List<String> missing = TopicsCheck.missing(target);
    if (!missing.isEmpty()) {
      tell("linchpin infer: Topics are missing, `linchpin topics --create` makes them: " + missing);
    }
    return !missing.isEmpty();
  }

  private int exitCode(ChainFinished finished) {
    return switch (finished.reason()) {
      case STOP, LENGTH -> spec.exitCodeOnSuccess();
      case ERROR -> spec.exitCodeOnExecutionException();
    };
  }

  private int publish(ChainGenerator generator, Cluster target, NodeSettings settings)
      throws InterruptedException, ExecutionException {
    if (!publishing.isEdge()) {
      return publish(generator, target, settings, publishing.profile(Optional::empty));
    }
    try (ChampionWatch champion = ChampionWatch.start(target, generator.model().name())) {
      return publish(generator, target, settings, publishing.profile(champion));
    }
  }

  private int publish(
      ChainGenerator generator, Cluster target, NodeSettings settings, RecordProfile profile)
      throws InterruptedException, ExecutionException {
    try (Outbox outbox =
        Outbox.open(target.client(), publishing.outbox(), Metrics.globalRegistry)) {
      ChainPublisher publisher =
          new ChainPublisher(
              outbox, new WireFormat(target.client()), target.topics(), publishing.text(), profile);
      if (question.isEmpty()) {
        return serve(new InferenceNode(generator, publisher, outbox, target, settings));
      }
      PublishedChain chain = publisher.open();
      ChainFinished finished = generator.generate(request(), printer().andThen(chain));
      chain.acknowledged().get();
      return exitCode(finished);
    }
  }

  private int serve(InferenceNode node) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "linchpin-stop"));
    tell("Taking problems; stop with Ctrl-C.");
    node.run();
    return spec.exitCodeOnSuccess();
  }

  private static void stop(InferenceNode node) {
    try {
      node.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private ChainListener printer() {
    ChainPrinter.Style style = json ? ChainPrinter.Style.JSON : ChainPrinter.Style.TEXT;
    return new ChainPrinter(spec.commandLine().getOut(), style);
  }

  private ChainRequest request() {
    return new ChainRequest(
        UUID.randomUUID().toString(),
        Optional.empty(),
        question.orElseThrow(),
        answerKey,
        generation.sampling());
  }

  private Cluster target() {
    return new Cluster(publishing.withClaims(cluster.client()), cluster.topics());
  }

  private NodeSettings settings() {
    String name = group.orElseGet(() -> cluster.topics().prefix() + NodeSettings.DEFAULT_GROUP);
    String self = node.orElseGet(NodeNames::ofThisHost);
    try {
      return new NodeSettings(name, workers, generation.sampling(), GRACE, self);
    } catch (IllegalArgumentException e) {
      throw wrong("--workers, --node: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
