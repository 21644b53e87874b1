package dev.linchpin.app.demo;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.AblationWorker;
import dev.linchpin.ablation.Elicitation;
import dev.linchpin.ablation.WorkerSettings;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.Alerting;
import dev.linchpin.app.cluster.LocalCluster;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainPublisher;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.inference.InferenceNode;
import dev.linchpin.inference.NodeSettings;
import dev.linchpin.inference.Outbox;
import dev.linchpin.inference.OutboxSettings;
import dev.linchpin.inference.TextPolicy;
import dev.linchpin.inference.WhenFull;
import dev.linchpin.labelling.Labeller;
import dev.linchpin.labelling.LabellingRules;
import dev.linchpin.labelling.LabellingSettings;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.probe.LayerView;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Follower;
import dev.linchpin.training.FollowerListener;
import dev.linchpin.training.FollowerSettings;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.PromotionGate;
import dev.linchpin.training.RetrainPolicy;
import dev.linchpin.training.TrainingSettings;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The roles of a demonstration, each as it would run on a machine of its own. */
final class Roles implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String ELICITATION = "Answer:";
  private static final int MAX_NEW_TOKENS = 160;
  private static final int MAX_ANSWER_TOKENS = 24;

  // Small, so that the loop closes while somebody watches.
  private static final int FEWEST_LABELS = 100;
  private static final int EVERY_LABELS = 300;
  private static final int FEWEST_CHAINS = 12;
  private static final int MOST_CHAINS = 60;
  private static final double CALIBRATION_TOLERANCE = 0.02;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final LocalCluster cluster;
  private final Topics topics;

  Roles(LocalCluster cluster, Topics topics) {
    this.cluster = cluster;
    this.topics = topics;
  }

  /** Scores steps. */
  void openMonitor() {
    ScoringSettings settings = new ScoringSettings("linchpin-monitor", streamsClient(), 1);
    Monitor monitor = keep(new Monitor(settings, topics, meters, Clock.systemUTC()));
    monitor.start();
    await(() -> monitor.awaitRunning(START_TIMEOUT));
  }

  /** Decides on alerts. */
  void openAlerting() {
    await(() -> keep(Alerting.start(new Cluster(streamsClient(), topics), List.of(), meters)));
  }

  /** Joins ground truth to scores, and measures live quality. */
  void openLabeller() {
    LabellingSettings settings =
        new LabellingSettings("linchpin-labels", streamsClient(), 1, LabellingRules.DEFAULT);
    Labeller labeller = keep(new Labeller(settings, topics, meters, Clock.systemUTC()));
    labeller.start();
    await(() -> labeller.awaitRunning(START_TIMEOUT));
  }

  /** Settings of clients and of Kafka Streams. */
  Map<String, String> streamsClient() {
    Map<String, String> client = new HashMap<>(cluster.client());
    client.put("state.dir", cluster.stateFolder().toString());
    return client;
  }

  /** Generates chains, no faster than a token in {@code perToken}. */
  void openNode(CausalLm lm, Pooling pooling, Duration perToken, long seed) {
    CaptureSettings capture =
        new CaptureSettings(AnswerMarker.parse("^" + ELICITATION), pooling, NumberFormat.BF16);
    PacedModel model = new PacedModel(CheckpointModel.of(lm), perToken);
    ChainGenerator generator = new ChainGenerator(model, capture, Clock.systemUTC());
    Outbox outbox =
        keep(
            Outbox.open(
                cluster.client(),
                new OutboxSettings(OutboxSettings.DEFAULT_BUFFER_BYTES, WhenFull.BLOCK),
                meters));
    ChainPublisher publisher =
        new ChainPublisher(outbox, new WireFormat(cluster.client()), topics, TextPolicy.PUBLISH);
    NodeSettings settings =
        new NodeSettings(
            NodeSettings.DEFAULT_GROUP,
            1,
            new SamplingSettings(0.6, 0.95, MAX_NEW_TOKENS, seed),
            GRACE);
    InferenceNode node =
        new InferenceNode(
            generator, publisher, outbox, new Cluster(cluster.client(), topics), settings);
    keep(RoleThread.start("linchpin-node", node::run, node::stop));
  }

  /** Takes finished chains apart. */
  void openAblation(CausalLm lm, long seed) {
    ChainAblated.Settings settings =
        new ChainAblated.Settings(
            AblationMethod.INFLUENCE,
            AttainabilityMeasure.WORST_STEP,
            5,
            0.6,
            0.95,
            seed,
            0.8,
            0.8);
    AblationWorker worker =
        new AblationWorker(
            new Ablation(lm, settings, new Elicitation(ELICITATION, MAX_ANSWER_TOKENS)),
            new Cluster(cluster.client(), topics),
            new WorkerSettings(
                WorkerSettings.defaultGroup(lm.fingerprint(), settings),
                1,
                WorkerSettings.DEFAULT_PATIENCE),
            meters,
            Clock.systemUTC());
    keep(RoleThread.start("linchpin-ablation", worker::run, worker::stop));
  }

  /** Trains probes from the labels that come back. */
  void openTrainer(long seed, FollowerListener listener) {
    TrainingSettings training =
        new TrainingSettings(ProbeKind.MLP, Hyperparameters.PAPER, FlagPrecision.DEFAULT, seed);
    FollowerSettings settings =
        new FollowerSettings(
            Optional.empty(),
            "layerwise",
            LayerView.LAYERWISE,
            training,
            new RetrainPolicy(
                FEWEST_LABELS, EVERY_LABELS, Optional.empty(), OptionalDouble.empty()),
            new PromotionGate.Settings(FEWEST_CHAINS, MOST_CHAINS, CALIBRATION_TOLERANCE, seed),
            cluster.cacheFolder());
    Follower follower =
        new Follower(new Cluster(cluster.client(), topics), settings, Clock.systemUTC(), listener);
    keep(RoleThread.start("linchpin-trainer", follower::run, follower::stop));
  }

  /** Closes with the roles, after all that is opened later. */
  <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
  }

  private interface Waiting {
    void run() throws InterruptedException;
  }

  private static void await(Waiting waiting) {
    try {
      waiting.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a role starts", e);
    }
  }

  /** Closes everything in the reverse order of opening. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the demonstration did not end in order", e);
      }
    }
  }
}
