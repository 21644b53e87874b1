package dev.linchpin.archive;

import dev.linchpin.archive.Rewriter.Link;
import java.util.EnumMap;
import java.util.Map;

/** What became of a topic's records. */
final class ImportCount {
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Link, Long> links = new EnumMap<>(Link.class);

  void add(Outcome outcome, Link link) {
    outcomes.merge(outcome, 1L, Long::sum);
    links.merge(link, 1L, Long::sum);
  }

  long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  long of(Link link) {
    return links.getOrDefault(link, 0L);
  }

  long records() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
