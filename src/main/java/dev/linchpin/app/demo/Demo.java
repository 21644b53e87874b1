package dev.linchpin.app.demo;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.app.cluster.Posts;
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
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** All roles in one process: cluster, inference node, monitor, and an audience. */
final class Demo implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ALERTS_GRACE = Duration.ofMillis(300);
  private static final int PROBLEMS_AHEAD = 2;
  private static final int WARM_UP_CHAINS = 3;
  private static final int MAX_NEW_TOKENS = 160;

  private final Topics topics = Topics.DEFAULT;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final PuzzleBook puzzles;
  private final Report report;
  private LocalCluster cluster;
  private Posts posts;
  private LiveFeed feed;
  private volatile boolean stopped;

  /**
   * What is shown.
   *
   * @param modelFolder a reasoner with its probe in {@code probe/}
   * @param perToken least time from token to token
   * @param seed of puzzles and sampling
   */
  record Settings(Path modelFolder, Duration perToken, long seed) {}

  private Demo(Settings settings, Report report) {
    this.report = report;
    this.puzzles = new PuzzleBook(settings.seed(), Clock.systemUTC());
  }

  /** Starts everything; when it returns, the first problem can be posed. */
  static Demo start(Settings settings, Report report) {
    Demo demo = new Demo(settings, report);
    try {
      demo.open(settings);
      return demo;
    } catch (RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  /** Where other clients find the embedded cluster, by the names of the clients' settings. */
  Map<String, String> addresses() {
    return cluster.client();
  }

  /** Makes {@link #run} end with what was shown so far; for another thread. */
  void stop() {
    stopped = true;
  }

  /**
   * Poses puzzles and shows what comes of them, until enough chains are over. A few chains before
   * that warm the program up; they are neither shown nor counted.
   */
  void run(OptionalInt chains) {
    perform(new Stage(puzzles::puzzle, Report.SILENT), WARM_UP_CHAINS);
    Stage stage = new Stage(puzzles::puzzle, report);
    perform(stage, chains.orElse(Integer.MAX_VALUE));
    report.summary(stage.tally().summary());
  }

  private void perform(Stage stage, int chains) {
    int posed = 0;
    while (!stopped && stage.tally().chains() < chains) {
      for (; posed < Math.min(chains, stage.tally().chains() + PROBLEMS_AHEAD); posed++) {
        posts.pose(puzzles.pose());
      }
      feed.poll(POLL, stage);
    }
    settle(stage);
  }

  /** Waits for the last scores, which are behind the last chain. */
  private void settle(Stage stage) {
    long deadline = System.nanoTime() + SETTLE_TIMEOUT.toNanos();
    while (!stopped && !stage.tally().settled() && System.nanoTime() < deadline) {
      feed.poll(POLL, stage);
    }
    while (feed.poll(ALERTS_GRACE, stage)) {
      // What is left of the alerts.
    }
  }

  private void open(Settings settings) {
    cluster = keep(LocalCluster.start(topics));
    ProbeRelease probe = ProbeFiles.load(settings.modelFolder().resolve("probe"));
    posts = keep(new Posts(cluster.client(), topics));
    posts.publish(probe);
    feed = keep(new LiveFeed(cluster.client(), topics));
    openMonitor();
    openNode(settings, probe);
  }

  private void openMonitor() {
    Map<String, String> client = new HashMap<>(cluster.client());
    client.put("state.dir", cluster.stateFolder().toString());
    ScoringSettings settings = new ScoringSettings("linchpin-monitor", client, 1);
    Monitor monitor = keep(new Monitor(settings, topics, meters, Clock.systemUTC()));
    monitor.start();
    awaitRunning(monitor);
  }

  private static void awaitRunning(Monitor monitor) {
    try {
      monitor.awaitRunning(START_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the monitor starts", e);
    }
  }

  private void openNode(Settings settings, ProbeRelease probe) {
    CheckpointModel model = keep(CheckpointModel.load(settings.modelFolder()));
    CaptureSettings capture =
        new CaptureSettings(
            AnswerMarker.parse("^Answer:"), probe.shape().pooling(), NumberFormat.BF16);
    ChainGenerator generator =
        new ChainGenerator(new PacedModel(model, settings.perToken()), capture, Clock.systemUTC());
    Outbox outbox =
        keep(
            Outbox.open(
                cluster.client(),
                new OutboxSettings(OutboxSettings.DEFAULT_BUFFER_BYTES, WhenFull.BLOCK),
                meters));
    ChainPublisher publisher =
        new ChainPublisher(outbox, new WireFormat(cluster.client()), topics, TextPolicy.PUBLISH);
    NodeSettings node =
        new NodeSettings(
            NodeSettings.DEFAULT_GROUP,
            1,
            new SamplingSettings(0.6, 0.95, MAX_NEW_TOKENS, settings.seed()),
            Duration.ofSeconds(2));
    keep(
        NodeThread.start(
            new InferenceNode(
                generator,
                publisher,
                outbox,
                new InferenceNode.Cluster(cluster.client(), topics),
                node)));
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
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
