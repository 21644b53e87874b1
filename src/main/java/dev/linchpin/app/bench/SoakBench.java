package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.MonitorProcess;
import dev.linchpin.app.bench.contender.Workplace;
import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.app.bench.load.ClosedLoop;
import dev.linchpin.app.bench.load.StepPlan;
import dev.linchpin.app.bench.load.StepPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The memory of a monitor that has more to do than it can: some steps always wait, what is scored
 * is deleted.
 */
final class SoakBench {
  private static final int OPEN_CHAINS = 64;
  private static final int STEPS_OF_A_CHAIN = 40;
  private static final long KEPT = 1_000;
  private static final double NANOS_PER_MINUTE = 60e9;

  private final Session session;
  private final double minutes;
  private final double sampleMinutes;
  private final Consumer<String> progress;

  /**
   * One look at the monitor.
   *
   * @param minute time since the first score
   * @param residentMb resident memory, MB
   * @param heapMb heap in use, MB
   * @param steps scored so far
   */
  record Sample(double minute, double residentMb, double heapMb, long steps) {}

  /**
   * Not measured yet.
   *
   * @param minutes how long
   * @param sampleMinutes time from one look to the next
   */
  SoakBench(Session session, double minutes, double sampleMinutes, Consumer<String> progress) {
    this.session = session;
    this.minutes = minutes;
    this.sampleMinutes = sampleMinutes;
    this.progress = progress;
  }

  /** Loads the monitor and looks at it from time to time. */
  SoakResult run() {
    StepPlan chains = new StepPlan(OPEN_CHAINS, STEPS_OF_A_CHAIN, session.settings().partitions());
    try (StepPublisher publisher = session.publisher(chains);
        MonitorProcess monitor =
            MonitorProcess.start(
                session.place(), Workplace.freshName(), session.settings().threads())) {
      ClosedLoop load = new ClosedLoop(publisher, () -> scored(monitor));
      while (load.scored() == 0) {
        load.advance();
      }
      List<Sample> samples = sample(load, monitor);
      return new SoakResult(session.settings(), samples, monitor.usage().peakMb());
    }
  }

  private List<Sample> sample(ClosedLoop load, MonitorProcess monitor) {
    List<Sample> samples = new ArrayList<>();
    long start = System.nanoTime();
    for (double due = 0; due <= minutes; due += sampleMinutes) {
      while (minutesSince(start) < due) {
        load.advance();
      }
      samples.add(look(minutesSince(start), load, monitor));
      cluster().clearScored(KEPT);
      cluster().clearResults();
    }
    return samples;
  }

  private Sample look(double minute, ClosedLoop load, MonitorProcess monitor) {
    Sample sample =
        new Sample(minute, monitor.usage().residentMb(), monitor.metrics().heapMb(), load.scored());
    progress.accept(
        String.format(
            Locale.ROOT,
            "minute %.1f: %.0f MB resident, %.0f MB heap, %d steps",
            minute,
            sample.residentMb(),
            sample.heapMb(),
            sample.steps()));
    return sample;
  }

  private long scored(MonitorProcess monitor) {
    monitor.requireAlive();
    return cluster().written(cluster().topics().scores());
  }

  private BenchCluster cluster() {
    return session.cluster();
  }

  private static double minutesSince(long start) {
    return (System.nanoTime() - start) / NANOS_PER_MINUTE;
  }
}
