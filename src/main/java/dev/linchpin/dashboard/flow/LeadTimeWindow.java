package dev.linchpin.dashboard.flow;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.quality.Percentiles;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.LeadTimeTracker;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lead times of the last 10,000 steps, fed by whoever reads the live topics: with their records, or
 * with lead times where those are known already. Thread-safe.
 */
public final class LeadTimeWindow {
  /** Steps that are kept. */
  public static final int STEPS = 10_000;

  private static final int MOST_CHAINS = 10_000;

  private final LeadTimeTracker tracker = new LeadTimeTracker(MOST_CHAINS);
  private final double[] aheadMs = new double[STEPS];
  private long added;

  /** A step was complete. Gives the lead time that is known by it, if one is. */
  public synchronized Optional<LeadTime> onStep(StepCompleted step) {
    return kept(tracker.onStepCompleted(step.step(), step.completedAt()));
  }

  /**
   * A step was scored; only the champion's verdict counts.
   *
   * @param writtenAt the record's time: when the verdict could be read
   * @return the lead time that is known by it, if one is
   */
  public synchronized Optional<LeadTime> onScore(StepScored score, Instant writtenAt) {
    return score.status() == ProbeStatus.CHAMPION
        ? kept(tracker.onVerdict(score.step(), writtenAt))
        : Optional.empty();
  }

  /** A chain started or finished. Gives the lead time that is known by it, if one is. */
  public synchronized Optional<LeadTime> onChain(ChainEvent event) {
    return event instanceof ChainFinished end
        ? kept(tracker.onChainFinished(end.chainId(), end.steps(), end.finishedAt()))
        : Optional.empty();
  }

  /** Takes a lead time that somebody else has measured. */
  public synchronized void add(LeadTime measured) {
    aheadMs[(int) (added % STEPS)] = measured.ahead().toNanos() / 1e6;
    added++;
  }

  /** What is known of the window. */
  public LeadTimes leadTimes() {
    double[] window = window();
    Percentiles percentiles = Percentiles.of(window);
    int missed = (int) Arrays.stream(window).filter(ahead -> ahead <= 0).count();
    return new LeadTimes(
        window.length,
        missed,
        defined((double) missed / window.length),
        LeadTime.BOUNDS_MS,
        counts(window),
        defined(percentiles.at(0.01)),
        defined(percentiles.at(0.5)),
        defined(percentiles.at(0.99)));
  }

  private synchronized double[] window() {
    return Arrays.copyOf(aheadMs, (int) Math.min(added, STEPS));
  }

  private Optional<LeadTime> kept(Optional<LeadTime> measured) {
    measured.ifPresent(this::add);
    return measured;
  }

  private static List<Integer> counts(double[] window) {
    Integer[] counts = new Integer[LeadTime.BOUNDS_MS.size() + 1];
    Arrays.fill(counts, 0);
    for (double ahead : window) {
      counts[bin(ahead)]++;
    }
    return List.of(counts);
  }

  private static int bin(double ahead) {
    int bin = 0;
    while (bin < LeadTime.BOUNDS_MS.size() && ahead > LeadTime.BOUNDS_MS.get(bin)) {
      bin++;
    }
    return bin;
  }

  private static OptionalDouble defined(double figure) {
    return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
