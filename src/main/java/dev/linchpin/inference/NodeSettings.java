package dev.linchpin.inference;

import dev.linchpin.node.NodeNames;
import dev.linchpin.wire.SamplingSettings;
import java.time.Duration;

/**
 * How a node works.
 *
 * @param group consumer group that shares the problems
 * @param workers chains generated at once, at least 1
 * @param sampling how tokens are drawn; each chain's seed is made from its id and this seed
 * @param grace how long chains under way may go on when the node is told to stop
 * @param name what the node calls itself in its reports
 */
public record NodeSettings(
    String group, int workers, SamplingSettings sampling, Duration grace, String name) {

  public static final String DEFAULT_GROUP = "linchpin-inference";

  public NodeSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("expected at least 1 worker, got " + workers);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name of the node, got a blank one");
    }
  }

  /** Of a node that is named by its host. */
  public NodeSettings(String group, int workers, SamplingSettings sampling, Duration grace) {
    this(group, workers, sampling, grace, NodeNames.ofThisHost());
  }
}
