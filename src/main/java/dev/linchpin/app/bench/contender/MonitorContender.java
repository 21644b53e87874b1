package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import java.util.concurrent.locks.LockSupport;

/**
 * The monitor. A step counts when its score can be read: the end of {@code scores} is looked at
 * every few milliseconds.
 */
public final class MonitorContender implements Contender {
  private static final long LOOK_NANOS = 20_000_000;

  private final Workplace place;
  private final int threads;

  /**
   * A monitor.
   *
   * @param threads stream threads
   */
  public MonitorContender(Workplace place, int threads) {
    this.place = place;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "monitor";
  }

  @Override
  public Run run(long records) {
    BenchCluster cluster = place.cluster();
    cluster.clearResults();
    long before = cluster.written(cluster.topics().scores());
    try (MonitorProcess monitor = MonitorProcess.start(place, Workplace.freshName(), threads)) {
      Usage usage = monitor.usage();
      Marks marks = new Marks(records, System::nanoTime, usage::cpuSeconds);
      while (!marks.over()) {
        LockSupport.parkNanos(LOOK_NANOS);
        monitor.requireAlive();
        marks.observe(cluster.written(cluster.topics().scores()) - before);
      }
      return new Run(marks.steady(), usage.peakMb());
    }
  }
}
