package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.app.bench.contender.Program;
import dev.linchpin.app.bench.contender.Workplace;
import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.app.bench.load.BenchProbe;
import dev.linchpin.app.bench.load.StepPlan;
import dev.linchpin.app.bench.load.StepPublisher;
import dev.linchpin.app.bench.load.SyntheticActivations;
import dev.linchpin.probe.ProbeRelease;
import java.util.function.Consumer;

/** A cluster with a champion, and activations to publish to it. */
final class Session implements AutoCloseable {
  private static final long SEED = 20260418;
  private static final int POOL = 64;

  private final Settings settings;
  private final Workplace place;
  private final ProbeRelease champion;
  private final StepActivations[] pool;

  /**
   * What is measured.
   *
   * @param shape of the activations
   * @param partitions of every topic about chains
   * @param threads stream threads of the monitor, and consumers of the plain reader's second form
   */
  record Settings(CaptureShape shape, int partitions, int threads) {}

  private Session(Settings settings, Workplace place) {
    this.settings = settings;
    this.place = place;
    this.champion = BenchProbe.champion(settings.shape(), SEED);
    this.pool = new SyntheticActivations(settings.shape(), SEED + 1).pool(POOL);
  }

  /** Starts the cluster and publishes the champion. */
  static Session open(Settings settings, Program program, Consumer<String> progress) {
    progress.accept("starting a broker, publishing a probe for " + name(settings.shape()) + " ...");
    BenchCluster cluster = BenchCluster.start(settings.partitions());
    try {
      Session session = new Session(settings, new Workplace(cluster, program));
      cluster.publish(session.champion);
      return session;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** A shape as people write it: 28x3584. */
  static String name(CaptureShape shape) {
    return shape.layers() + "x" + shape.hidden();
  }

  Settings settings() {
    return settings;
  }

  Workplace place() {
    return place;
  }

  BenchCluster cluster() {
    return place.cluster();
  }

  ProbeRelease champion() {
    return champion;
  }

  /** Publishes the champion's weights once more as challengers, under other versions. */
  void publishChallengers(int challengers) {
    for (int i = 0; i < challengers; i++) {
      cluster().publish(BenchProbe.challenger(champion, champion.id().version() + 1 + i));
    }
  }

  /** Bytes of one step's tensor. */
  long stepBytes() {
    return pool[0].expectedBytes();
  }

  /** Publishes steps as fast as possible; returns when they are there. */
  void fill(StepPlan plan, long steps) {
    try (StepPublisher publisher = StepPublisher.bulk(cluster(), plan, pool)) {
      publisher.fill(steps);
    }
  }

  /** A publisher that sends each step at once. */
  StepPublisher publisher(StepPlan plan) {
    return StepPublisher.live(cluster(), plan, pool);
  }

  @Override
  public void close() {
    cluster().close();
  }
}
