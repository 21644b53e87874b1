package dev.linchpin.app.bench.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Watches a count grow and keeps what was seen when it passed each mark. For several threads. */
public final class Marks {
  private static final double BEGIN = 0.5;
  private static final double END = 0.95;

  private final List<Long> marks;
  private final LongSupplier nanos;
  private final DoubleSupplier cpuSeconds;
  private final List<Sight> sights = new ArrayList<>();

  private record Sight(long count, long nanos, double cpuSeconds) {}

  /**
   * Nothing counted yet.
   *
   * @param marks counts, ascending
   * @param nanos the time
   * @param cpuSeconds processor time of the process that counts
   */
  public Marks(List<Long> marks, LongSupplier nanos, DoubleSupplier cpuSeconds) {
    this.marks = List.copyOf(marks);
    this.nanos = nanos;
    this.cpuSeconds = cpuSeconds;
  }

  /** Two marks: half and nineteen twentieths of a total. */
  public static Marks middle(long total, Usage usage) {
    return new Marks(
        List.of((long) (BEGIN * total), (long) (END * total)), System::nanoTime, usage::cpuSeconds);
  }

  /** Notes how far it is now; one look is for one mark. */
  public synchronized void observe(long count) {
    if (!over() && count >= marks.get(sights.size())) {
      sights.add(new Sight(count, nanos.getAsLong(), cpuSeconds.getAsDouble()));
    }
  }

  /** Whether the last mark has been passed. */
  public boolean over() {
    return passed(marks.size() - 1);
  }

  /** Whether a mark has been passed. */
  public synchronized boolean passed(int mark) {
    return sights.size() > mark;
  }

  /**
   * What happened from one mark to another.
   *
   * @param from index of the first
   * @param to index of the second
   * @throws IllegalStateException when the second has not been passed
   */
  public synchronized Steady between(int from, int to) {
    if (sights.size() <= to) {
      throw new IllegalStateException(
          "expected " + marks.get(to) + " records, they have not come yet");
    }
    Sight first = sights.get(from);
    Sight last = sights.get(to);
    return new Steady(
        last.count - first.count,
        (last.nanos - first.nanos) / 1e9,
        last.cpuSeconds - first.cpuSeconds);
  }
}
