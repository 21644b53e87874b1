package dev.linchpin.training;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.log.TopicTail;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ProbeEvaluated;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The latest live evaluation of every probe. */
final class ChampionQuality implements AutoCloseable {
  private final TopicTail<ProbeEvaluated> tail;
  private final Map<ProbeId, ProbeEvaluated> latest = new HashMap<>();

  ChampionQuality(Cluster cluster, Patience patience) {
    tail = new TopicTail<>(cluster, cluster.topics().evaluations(), patience);
  }

  /** The champion's rolling AUROC, if it was measured since. */
  OptionalDouble auroc(Optional<ProbeHead> champion, Optional<Instant> since) {
    tail.readToEnd(entry -> entry.value().ifPresent(e -> latest.put(e.probe(), e)));
    Instant earliest = since.orElse(Instant.MIN);
    return champion
        .map(head -> latest.get(head.id()))
        .filter(evaluation -> evaluation.evaluatedAt().isAfter(earliest))
        .map(evaluation -> evaluation.figures().auroc())
        .orElse(OptionalDouble.empty());
  }

  @Override
  public void close() {
    tail.close();
  }
}
