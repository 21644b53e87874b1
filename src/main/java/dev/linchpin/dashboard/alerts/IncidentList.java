package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.IncidentView;
import java.util.List;
import java.util.Optional;

/**
 * A page of incidents, newest first.
 *
 * @param incidents those that were asked for
 * @param next cursor of the next page
 * @param counts of all incidents, whatever was asked for
 */
public record IncidentList(List<IncidentView> incidents, Optional<String> next, Counts counts) {

  /**
   * How many incidents there are.
   *
   * @param open nobody has acknowledged
   * @param acknowledged and not over
   * @param muted and not over, in either state
   */
  public record Counts(long open, long acknowledged, long muted) {}
}
