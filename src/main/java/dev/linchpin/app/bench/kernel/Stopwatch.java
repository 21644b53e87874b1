package dev.linchpin.app.bench.kernel;

/** Times something that is done again and again. */
public final class Stopwatch {
  private static final double WARM_UP_SHARE = 0.3;
  private static final double NANOS = 1e9;

  private final double seconds;

  /**
   * A stopwatch.
   *
   * @param seconds how long each thing is done; a little longer for warming up
   */
  public Stopwatch(double seconds) {
    this.seconds = seconds;
  }

  /** How often a second something can be done. */
  public double perSecond(Runnable work) {
    repeat(work, seconds * WARM_UP_SHARE);
    return repeat(work, seconds);
  }

  private static double repeat(Runnable work, double seconds) {
    long start = System.nanoTime();
    long times = 0;
    double elapsed;
    do {
      work.run();
      times++;
      elapsed = (System.nanoTime() - start) / NANOS;
    } while (elapsed < seconds);
    return times / elapsed;
  }
}
