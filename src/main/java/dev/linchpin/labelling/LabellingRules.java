package dev.linchpin.labelling;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.wire.ChainAblated;
import java.time.Duration;

/**
 * What counts as ground truth, how long it is waited for, and on how much quality is computed.
 *
 * @param method the one method whose ablations are taken as labels
 * @param measure the one measure whose ablations are taken as labels
 * @param retention how long a chain waits for its missing half after its last event, in the time of
 *     the records, above 0
 * @param window of the latest labels, and of the latest scores, of each probe version; at least 1
 * @param evaluationInterval between two evaluations of a version with something new, above 0
 * @param alarms from which figures on a person should look
 */
public record LabellingRules(
    AblationMethod method,
    AttainabilityMeasure measure,
    Duration retention,
    int window,
    Duration evaluationInterval,
    AlarmBounds alarms) {

  /** Influence by the worst step, a week, the latest 500, every second. */
  public static final LabellingRules DEFAULT =
      new LabellingRules(
          AblationMethod.INFLUENCE,
          AttainabilityMeasure.WORST_STEP,
          Duration.ofDays(7),
          500,
          Duration.ofSeconds(1),
          AlarmBounds.DEFAULT);

  private static final Duration SHORTEST_SWEEP_INTERVAL = Duration.ofSeconds(1);
  private static final int SWEEPS_IN_RETENTION = 20;

  public LabellingRules {
    if (!isPositive(retention) || window < 1 || !isPositive(evaluationInterval)) {
      throw new IllegalArgumentException(
          "expected a retention and an interval above 0 and a window of at least 1, got "
              + retention
              + ", "
              + evaluationInterval
              + " and "
              + window);
    }
  }

  /** Whether an ablation is taken as ground truth. */
  boolean accepts(ChainAblated ablation) {
    return ablation.settings().method() == method && ablation.settings().measure() == measure;
  }

  /** Time between two searches for chains whose retention is over. */
  Duration sweepInterval() {
    Duration share = retention.dividedBy(SWEEPS_IN_RETENTION);
    return share.compareTo(SHORTEST_SWEEP_INTERVAL) < 0 ? SHORTEST_SWEEP_INTERVAL : share;
  }

  private static boolean isPositive(Duration duration) {
    return duration.toMillis() > 0;
  }
}
