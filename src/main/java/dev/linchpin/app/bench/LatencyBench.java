package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.MonitorProcess;
import dev.linchpin.app.bench.contender.Workplace;
import dev.linchpin.app.bench.load.Arrivals;
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

  private final Session session;
  private final Plan plan;
  private final Consumer<String> progress;
  private final SteadyClock clock = new SteadyClock();

  /**
   * How much is measured.
   *
   * @param maxRate steps a second that the monitor can score at most
   * @param loads shares of that rate
   * @param seconds for how long each
   * @param warmUpSeconds of load before that is not counted
   */
  record Plan(double maxRate, List<Double> loads, double seconds, double warmUpSeconds) {}

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
    return new LatencyResult(session.settings(), plan, monitored(), plain());
  }

  private List<Level> monitored() {
    RecordDecoder decoder = new WireFormat(session.cluster().client()).decoder();
    List<Topic<?>> alerts = List.of(topics().lowImportanceAlerts(), topics().importantAlerts());
    try (Arrivals arrivals =
            new Arrivals(session.cluster(), alerts, alert -> due(decoder, alert), clock);
        MonitorProcess monitor =
            MonitorProcess.start(
                session.place(), Workplace.freshName(), session.settings().threads())) {
      awaitFirst(arrivals, monitor);
      return levels("monitor", arrivals);
    }
  }

  private List<Level> plain() {
    List<Topic<?>> steps = List.of(topics().activations());
    try (Arrivals arrivals = new Arrivals(session.cluster(), steps, LatencyBench::due, clock)) {
      return levels("plain consumer", arrivals);
    }
  }

  private List<Level> levels(String who, Arrivals arrivals) {
    List<Level> levels = new ArrayList<>();
    send(plan.maxRate() / 2, plan.warmUpSeconds(), arrivals);
    for (double load : plan.loads()) {
      double rate = load * plan.maxRate();
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
    int open = Math.max(1, (int) Math.round(rate * STEP_SECONDS));
    StepPlan chains = new StepPlan(open, STEPS_OF_A_CHAIN, session.settings().partitions());
    arrivals.clear();
    try (StepPublisher publisher = session.publisher(chains)) {
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
    try (StepPublisher publisher =
        session.publisher(new StepPlan(1, STEPS_OF_A_CHAIN, session.settings().partitions()))) {
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
