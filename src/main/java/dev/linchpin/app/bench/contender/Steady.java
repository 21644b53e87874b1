package dev.linchpin.app.bench.contender;

/**
 * What happened between two moments of a run.
 *
 * @param records records worked on
 * @param seconds wall-clock time
 * @param cpuSeconds processor time of the process, all threads together
 */
public record Steady(long records, double seconds, double cpuSeconds) {

  public double recordsPerSecond() {
    return records / seconds;
  }

  /** Processor time for 1,000 records, in seconds. */
  public double cpuPerThousand() {
    return cpuSeconds * 1_000 / records;
  }
}
