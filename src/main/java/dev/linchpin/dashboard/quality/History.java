package dev.linchpin.dashboard.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What came over time, thinned so that a bounded number is left, evenly over the whole time: points
 * that are not further than a spacing from the one before go, and the spacing grows with the time.
 * The first and the newest always stay. For one thread at a time.
 *
 * @param <P> a point
 */
final class History<P> {
  private final int most;
  private final Function<P, Instant> time;
  private List<P> points = new ArrayList<>();
  private Duration spacing = Duration.ZERO;

  /**
   * An empty history.
   *
   * @param most points that are kept, at least 4
   * @param time of a point
   */
  History(int most, Function<P, Instant> time) {
    this.most = most;
    this.time = time;
  }

  /** Takes the newest point. */
  void add(P point) {
    if (points.size() > 1 && isClose(points.get(points.size() - 2), last())) {
      points.remove(points.size() - 1);
    }
    points.add(point);
    if (points.size() > most) {
      thin();
    }
  }

  /** The points, newest last. */
  List<P> points() {
    return List.copyOf(points);
  }

  /** Leaves at most about half of them. */
  private void thin() {
    Duration even =
        Duration.between(time.apply(points.get(0)), time.apply(last())).dividedBy(most / 2);
    spacing = even.compareTo(spacing) > 0 ? even : spacing.multipliedBy(2);
    List<P> apart = new ArrayList<>();
    for (P point : points.subList(0, points.size() - 1)) {
      if (apart.isEmpty() || !isClose(apart.get(apart.size() - 1), point)) {
        apart.add(point);
      }
    }
    apart.add(last());
    points = apart;
  }

  private P last() {
    return points.get(points.size() - 1);
  }

  private boolean isClose(P earlier, P later) {
    return Duration.between(time.apply(earlier), time.apply(later)).compareTo(spacing) <= 0;
  }
}
