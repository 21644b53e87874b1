package dev.linchpin.dashboard.flow;

import java.time.Instant;
import java.util.List;

/**
 * How records flow.
 *
 * @param at when this was put together
 * @param rates of the last ten minutes, every two seconds, newest last
 * @param lag of groups in topics, in the order of the names
 * @param groupsLeftOut groups of the cluster that were not asked for, because there are too many
 * @param leadTime of the latest steps
 * @param deadLetters by reason
 * @param nodes by name
 * @param instances of the application that is asked
 */
public record FlowReport(
    Instant at,
    List<Rates> rates,
    List<Lag> lag,
    int groupsLeftOut,
    LeadTimes leadTime,
    DeadLetterTotals deadLetters,
    List<NodeStatus> nodes,
    List<Instance> instances) {
  public FlowReport {
    rates = List.copyOf(rates);
    lag = List.copyOf(lag);
    nodes = List.copyOf(nodes);
    instances = List.copyOf(instances);
  }
}
