package dev.linchpin.node;

import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Makes a node's reports, one after the other. For one thread at a time. */
final class NodeReports {
  private final Node node;
  private final InstantSource clock;
  private Optional<Mark> before = Optional.empty();

  /**
   * What the last report counted.
   *
   * @param tokens since the node's start
   */
  private record Mark(Instant at, OptionalLong tokens) {}

  NodeReports(Node node, InstantSource clock) {
    this.node = node;
    this.clock = clock;
  }

  /** The next report; the first says that the node starts. */
  NodeReported next(NodeActivity activity) {
    return report(before.isEmpty() ? State.STARTING : activity.state(), activity);
  }

  /** The last report. */
  NodeReported last(State state, NodeActivity activity) {
    return report(state, activity);
  }

  private NodeReported report(State state, NodeActivity activity) {
    Mark now = new Mark(clock.instant(), activity.tokens());
    OptionalDouble rate =
        before.map(mark -> tokensPerSecond(mark, now)).orElse(OptionalDouble.empty());
    before = Optional.of(now);
    return new NodeReported(
        node,
        state,
        activity.chains(),
        activity.bufferUsedBytes(),
        activity.bufferBytes(),
        rate,
        now.at());
  }

  private static OptionalDouble tokensPerSecond(Mark from, Mark to) {
    double seconds = Duration.between(from.at(), to.at()).toNanos() / 1e9;
    if (seconds <= 0 || from.tokens().isEmpty() || to.tokens().isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((to.tokens().getAsLong() - from.tokens().getAsLong()) / seconds);
  }
}
