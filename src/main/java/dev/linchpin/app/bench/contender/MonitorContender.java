package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;

/**
 * The monitor. A step counts when its score can be read: the end of {@code scores} is looked at
 * every few milliseconds.
 */
public final class MonitorContender implements Contender {
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
      Marks marks = Marks.middle(records, monitor.usage());
      monitor.awaitScores(cluster, before, marks, 1);
      return new Run(marks.between(0, 1), monitor.usage().peakMb());
    }
  }
}
