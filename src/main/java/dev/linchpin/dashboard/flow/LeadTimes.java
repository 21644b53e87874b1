package dev.linchpin.dashboard.flow;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Lead times of the latest steps: milliseconds from the verdict on a step to the completion of the
 * next one, below 0 where the verdict came too late.
 *
 * @param steps how many these are
 * @param missed of them, verdicts that came too late
 * @param missedShare their share, in [0, 1]; empty without steps
 * @param boundsMs upper bounds of the bins, within the bin, from 0
 * @param counts steps by bin, one more than bounds; the first is of those that came too late
 * @param p1Ms below this are 1 % of them; empty without steps
 * @param p50Ms the median; empty without steps
 * @param p99Ms below this are 99 % of them; empty without steps
 */
public record LeadTimes(
    int steps,
    int missed,
    OptionalDouble missedShare,
    List<Integer> boundsMs,
    List<Integer> counts,
    OptionalDouble p1Ms,
    OptionalDouble p50Ms,
    OptionalDouble p99Ms) {
  public LeadTimes {
    boundsMs = List.copyOf(boundsMs);
    counts = List.copyOf(counts);
  }
}
