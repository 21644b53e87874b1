package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.MonitorProcess;
import dev.linchpin.app.bench.contender.Workplace;
import dev.linchpin.app.bench.load.Arrivals;
import dev.linchpin.app.bench.load.ClosedLoop;
import dev.linchpin.app.bench.load.Micros;
import dev.linchpin.app.bench.load.OpenLoop;
import dev.linchpin.app.bench.load.SteadyClock;
import dev.linchpin.app.bench.load.StepPlan;
import dev.linchpin.app.bench.load.StepPublisher;
import dev.linchpin.app.bench.report.Latencies;
import dev.linchpin.wire.RecordDecoder;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How long it takes from the moment at which a step was due to be published until its alert can be
 * read, at several loads; beside how long the same bytes at the same rate take to a plain consumer.
 */
final class LatencyBench {
  /** Time from one step of a chain to the next, seconds. */
  static final double STEP_SECONDS = 0.1;

  private static final int STEPS_OF_A_CHAIN = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final double FIRST_RATE = 10;
  private static final double SETTLE_SECONDS = 10;
  private static final int WARM_UPS = 5;
  private static final double REST_SHARE = 0.8;
  private static final double NANOS = 1e9;

  private final Session session;
  private final Plan plan;
  private final Consumer<String> progress;
  private final SteadyClock clock = new SteadyClock();

  /**
   * How much is measured.
   *
   * @param maxRate steps a second that are the whole load; empty for what can be published and
   *     scored at most, which is measured first
   * @param loads shares of that rate
   * @param seconds for how long each
   * @param warmUpSeconds of full load before that is not counted: until programs are compiled
   */
  record Plan(Optional<Double> maxRate, List<Double> loads, double seconds, double warmUpSeconds) {}

  /**
   * One load.
   *
   * @param load share of the most that the monitor scores
   * @param rate steps a second
   * @param latestMillis how late the publisher was at worst, milliseconds
   * @param latencies from due to readable
   */
  record Level(double load, double rate, double latestMillis, Latencies latencies) {}

  LatencyBench(Session session, Plan plan, Consumer<String> progress) {
    this.session = session;
    this.plan = plan;
    this.progress = progress;
  }

  /** Measures all loads, with the monitor and then without. */
  LatencyResult run() {
    session.cluster().clear(List.of(topics().activations()));
    session.cluster().clearResults();
    Monitored monitored = monitored();
    return new LatencyResult(
        session.settings(), monitored.maxRate(), monitored.levels(), plain(monitored.maxRate()));
  }

  private record Monitored(double maxRate, List<Level> levels) {}

  private Monitored monitored() {
    RecordDecoder decoder = new WireFormat(session.cluster().client()).decoder();
    List<Topic<?>> alerts = List.of(topics().lowImportanceAlerts(), topics().importantAlerts());
    try (Arrivals arrivals =
            new Arrivals(session.cluster(), alerts, alert -> due(decoder, alert), clock);
        MonitorProcess monitor =
            MonitorProcess.start(
                session.place(), Workplace.freshName(), session.settings().threads())) {
      awaitFirst(arrivals, monitor);
      double saturated = saturated(monitor);
      double maxRate = plan.maxRate().orElse(saturated);
      return new Monitored(maxRate, levels("monitor", maxRate, arrivals));
    }
  }

  /** Steps a second that are published and scored while some always wait. */
  private double saturated(MonitorProcess monitor) {
    try (StepPublisher publisher = session.publisher(chains(STEPS_OF_A_CHAIN))) {
      ClosedLoop load = new ClosedLoop(publisher, () -> scored(monitor));
      double round = plan.warmUpSeconds() / WARM_UPS;
      for (int i = 0; i < WARM_UPS; i++) {
        advance(load, round);
        load.drain();
        rest(round * REST_SHARE);
      }
      double rate = advance(load, plan.seconds());
      load.drain();
      session.cluster().clear(List.of(topics().activations()));
      progress.accept(
          String.format(Locale.ROOT, "published and scored at most: %.0f steps/s", rate));
      return rate;
    }
  }

  /** Under full load the JIT compiler starves; what it has to do should not be left for later. */
  private static void rest(double seconds) {
    LockSupport.parkNanos((long) (seconds * NANOS));
  }

  private long scored(MonitorProcess monitor) {
    monitor.requireAlive();
    return session.cluster().written(topics().scores());
  }

  private static double advance(ClosedLoop load, double seconds) {
    long start = System.nanoTime();
    long before = load.scored();
    while ((System.nanoTime() - start) / NANOS < seconds) {
      load.advance();
    }
    return (load.scored() - before) * NANOS / (System.nanoTime() - start);
  }

  private List<Level> plain(double maxRate) {
    List<Topic<?>> steps = List.of(topics().activations());
    try (Arrivals arrivals = new Arrivals(session.cluster(), steps, LatencyBench::due, clock)) {
      return levels("plain consumer", maxRate, arrivals);
    }
  }

  private List<Level> levels(String who, double maxRate, Arrivals arrivals) {
    List<Level> levels = new ArrayList<>();
    send(maxRate / 2, Math.min(SETTLE_SECONDS, plan.warmUpSeconds()), arrivals);
    for (double load : plan.loads()) {
      double rate = load * maxRate;
      send(rate, Math.min(2, plan.seconds()), arrivals);
      Measured measured = send(rate, plan.seconds(), arrivals);
      levels.add(new Level(load, rate, measured.sent().latest() / 1e3, measured.latencies()));
      progress.accept(line(who, load, rate, measured.latencies()));
    }
    return levels;
  }

  private record Measured(OpenLoop.Sent sent, Latencies latencies) {}

  /** Publishes for a while, waits until all has come, and makes room on the disk. */
  private Measured send(double rate, double seconds, Arrivals arrivals) {
    arrivals.clear();
    int open = Math.max(1, (int) Math.round(rate * STEP_SECONDS));
    try (StepPublisher publisher = session.publisher(chains(open))) {
      OpenLoop.Sent sent = new OpenLoop(publisher, clock).run(rate, seconds);
      publisher.flush();
      Measured measured = new Measured(sent, arrivals.of(sent, PATIENCE));
      session.cluster().clear(List.of(topics().activations()));
      return measured;
    }
  }

  private void awaitFirst(Arrivals arrivals, MonitorProcess monitor) {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    long from = clock.micros();
    try (StepPublisher publisher = session.publisher(chains(1))) {
      OpenLoop loop = new OpenLoop(publisher, clock);
      while (arrivals.countSince(from) == 0) {
        monitor.requireAlive();
        loop.run(FIRST_RATE, STEP_SECONDS);
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("no alert within " + START_PATIENCE);
        }
      }
    }
  }

  private StepPlan chains(int open) {
    return new StepPlan(open, STEPS_OF_A_CHAIN, session.settings().partitions());
  }

  private Topics topics() {
    return session.cluster().topics();
  }

  private long due(RecordDecoder decoder, ConsumerRecord<byte[], byte[]> alert) {
    return Micros.of(decoder.decode(topics().importantAlerts(), alert.value()).stepCompletedAt());
  }

  private static long due(ConsumerRecord<byte[], byte[]> step) {
    return ByteBuffer.wrap(step.headers().lastHeader(StepPublisher.DUE).value()).getLong();
  }

  private static String line(String who, double load, double rate, Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "%s at %.0f %% (%.0f steps/s): p50 %.1f, p99 %.1f, p99.9 %.1f ms",
        who,
        100 * load,
        rate,
        latencies.at(0.5),
        latencies.at(0.99),
        latencies.at(0.999));
  }
}
