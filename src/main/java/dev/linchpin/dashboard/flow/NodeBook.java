package dev.linchpin.dashboard.flow;

import static java.util.Comparator.comparing;

import dev.linchpin.log.Start;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.log.ValueReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each node reported last. A node of which nothing was heard for an hour is forgotten; of more
 * than a thousand, the one that was quiet longest. Thread-safe.
 */
final class NodeBook {
  private static final Duration SILENT_AFTER = Duration.ofSeconds(10);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MOST_NODES = 1_000;

  private final InstantSource clock;
  private final Map<String, NodeReported> latest = new TreeMap<>();

  NodeBook(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes from now on what nodes of a cluster report, in a thread of its own. */
  TopicFollower follow(Cluster cluster) {
    return ValueReader.follow(
        cluster,
        cluster.topics().nodes(),
        Start.since(clock.instant().minus(FORGOTTEN_AFTER)),
        entry -> entry.value().ifPresent(this::note),
        entry -> entry.value().ifPresent(this::note));
  }

  /** Notes a report. */
  synchronized void note(NodeReported report) {
    latest.put(report.node().name(), report);
    if (latest.size() > MOST_NODES) {
      latest.values().stream()
          .min(comparing(NodeReported::reportedAt))
          .ifPresent(quietest -> latest.remove(quietest.node().name()));
    }
  }

  /** The nodes that are known, by name. */
  synchronized List<NodeStatus> nodes() {
    Instant now = clock.instant();
    latest.values().removeIf(report -> isOlder(report, FORGOTTEN_AFTER, now));
    return latest.values().stream()
        .map(
            report ->
                NodeStatus.of(
                    report, !report.state().isLast() && isOlder(report, SILENT_AFTER, now)))
        .toList();
  }

  private static boolean isOlder(NodeReported report, Duration age, Instant now) {
    return report.reportedAt().isBefore(now.minus(age));
  }
}
