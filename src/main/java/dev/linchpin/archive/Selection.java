package dev.linchpin.archive;

import dev.linchpin.wire.ChainStarted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which chains are exported. */
public sealed interface Selection {

  /** The options that say it, by their names. */
  Map<String, Object> describe();

  /** All records about chains, also those without a key. */
  record Everything() implements Selection {
    @Override
    public Map<String, Object> describe() {
      return Map.of();
    }
  }

  /**
   * The chains of these ids.
   *
   * @param chains at least one
   */
  record ByIds(Set<String> chains) implements Selection {
    public ByIds {
      chains = Set.copyOf(chains);
    }

    @Override
    public Map<String, Object> describe() {
      return Map.of("chain", new TreeSet<>(chains));
    }
  }

  /**
   * The chains that began so; one whose start is not in the log any more is not among them.
   *
   * @param from the earliest time at which one started
   * @param until the first time at which none started
   * @param model the model that wrote them
   */
  record ByStart(Optional<Instant> from, Optional<Instant> until, Optional<String> model)
      implements Selection {

    boolean takes(ChainStarted start) {
      return from.map(time -> !start.startedAt().isBefore(time)).orElse(true)
          && until.map(start.startedAt()::isBefore).orElse(true)
          && model.map(start.model()::equals).orElse(true);
    }

    @Override
    public Map<String, Object> describe() {
      Map<String, Object> options = new TreeMap<>();
      from.ifPresent(time -> options.put("from", time.toString()));
      until.ifPresent(time -> options.put("until", time.toString()));
      model.ifPresent(name -> options.put("model", name));
      return options;
    }
  }
}
