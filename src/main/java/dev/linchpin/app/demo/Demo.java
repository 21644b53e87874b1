package dev.linchpin.app.demo;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.LocalCluster;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.UntrainedProbe;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All roles in one process, and an audience. */
final class Demo implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ALERTS_GRACE = Duration.ofMillis(300);
  private static final int PROBLEMS_AHEAD = 2;
  private static final int WARM_UP_CHAINS = 3;

  private final Topics topics = Topics.DEFAULT;
  private final Clock clock = Clock.systemUTC();
  private final Queue<FollowerEvent> heard = new ConcurrentLinkedQueue<>();
  private final PuzzleBook puzzles;
  private final Report report;
  private final LocalCluster cluster;
  private final Roles roles;
  private Posts posts;
  private LiveFeed feed;
  private volatile boolean stopping;

  /**
   * What is shown.
   *
   * @param modelFolder a reasoner with its probe in {@code probe/}
   * @param perToken least time from token to token
   * @param seed of puzzles and sampling
   * @param beginning what the monitor knows at first
   */
  record Settings(Path modelFolder, Duration perToken, long seed, Beginning beginning) {}

  private Demo(Settings settings, Report report) {
    this.report = report;
    this.puzzles = new PuzzleBook(settings.seed(), clock);
    this.cluster = LocalCluster.start(topics);
    this.roles = new Roles(cluster, topics);
    roles.keep(cluster);
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

  /** For a further role on Kafka Streams. */
  Cluster cluster() {
    return new Cluster(roles.streamsClient(), topics);
  }

  /** Poses no more puzzles; {@link #run} ends when the last is shown. For any thread. */
  void stop() {
    stopping = true;
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
    int wanted = chains;
    while (stage.tally().chains() < wanted) {
      wanted = stopping ? posed : chains;
      for (; posed < Math.min(wanted, stage.tally().chains() + PROBLEMS_AHEAD); posed++) {
        posts.pose(puzzles.pose());
      }
      feed.poll(POLL, stage);
      tell(stage);
    }
    settle(stage);
  }

  /** Hands over what the trainer's thread said. */
  private void tell(Stage stage) {
    for (FollowerEvent event = heard.poll(); event != null; event = heard.poll()) {
      stage.trainer(event);
    }
  }

  /** Waits for the last scores, which are behind the last chain. */
  private void settle(Stage stage) {
    long deadline = System.nanoTime() + SETTLE_TIMEOUT.toNanos();
    while (!stage.tally().settled() && System.nanoTime() < deadline) {
      feed.poll(POLL, stage);
    }
    while (feed.poll(ALERTS_GRACE, stage) && System.nanoTime() < deadline) {
      // What is left of the alerts.
    }
    tell(stage);
  }

  private void open(Settings settings) {
    CausalLm lm = roles.keep(CausalLm.load(settings.modelFolder()));
    ProbeRelease first = first(settings, lm);
    try (ProbeCatalogue probes = new ProbeCatalogue(new Cluster(cluster.client(), topics), clock)) {
      probes.publishChampion(first);
    }
    posts = roles.keep(new Posts(cluster.client(), topics));
    feed = roles.keep(new LiveFeed(cluster.client(), topics));
    roles.openMonitor();
    roles.openLabeller();
    roles.openAlerting();
    roles.openNode(lm, first.shape().pooling(), settings.perToken(), settings.seed());
    roles.openAblation(lm, settings.seed());
    if (settings.beginning() == Beginning.COLD) {
      roles.openTrainer(settings.seed(), heard::add);
    }
  }

  private ProbeRelease first(Settings settings, CausalLm lm) {
    return switch (settings.beginning()) {
      case TRAINED -> ProbeFiles.load(settings.modelFolder().resolve("probe"));
      case COLD ->
          UntrainedProbe.of(
              lm.name(),
              lm.fingerprint(),
              new CaptureShape(lm.config().layers(), lm.config().hidden(), Pooling.MEAN),
              clock.instant());
    };
  }

  /** Closes everything in the reverse order of opening. */
  @Override
  public void close() {
    roles.close();
  }
}
