package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.NodeReported;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a node reported last; the fields are those of {@link NodeReported}.
 *
 * @param silent whether it is overdue: it did not say that it ends, and its last report is older
 *     than ten seconds
 */
public record NodeStatus(
    String node,
    NodeReported.Role role,
    String model,
    NodeReported.State state,
    int chainsRunning,
    int chainsAtOnce,
    long chainsDone,
    OptionalLong bufferUsedBytes,
    OptionalLong bufferBytes,
    OptionalDouble tokensPerSecond,
    Instant startedAt,
    Instant reportedAt,
    boolean silent) {

  static NodeStatus of(NodeReported report, boolean silent) {
    return new NodeStatus(
        report.node().name(),
        report.node().role(),
        report.node().model(),
        report.state(),
        report.chains().running(),
        report.chains().atOnce(),
        report.chains().done(),
        report.bufferUsedBytes(),
        report.bufferBytes(),
        report.tokensPerSecond(),
        report.node().startedAt(),
        report.reportedAt(),
        silent);
  }
}
