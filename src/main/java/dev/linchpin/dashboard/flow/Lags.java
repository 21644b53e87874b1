package dev.linchpin.dashboard.flow;

import java.util.List;

/**
 * How far groups are behind.
 *
 * @param lags by group and topic, in the order of the names
 * @param groupsLeftOut groups of the cluster that were not asked for, because there are too many
 */
record Lags(List<Lag> lags, int groupsLeftOut) {
  /** Before anything is known. */
  static final Lags NONE = new Lags(List.of(), 0);

  Lags {
    lags = List.copyOf(lags);
  }
}
