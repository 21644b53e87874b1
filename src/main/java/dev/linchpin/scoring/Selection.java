package dev.linchpin.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.ActivationsEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which records of the {@code activations} topic are scored. What is left out is counted.
 *
 * @param chains ids of chains; none for all
 * @param model name of a model; empty for all
 * @param from records with an earlier timestamp are left out
 * @param until records with this timestamp or a later one are left out
 */
public record Selection(
    Set<String> chains, Optional<String> model, Optional<Instant> from, Optional<Instant> until) {
  /** No record is left out. */
  public static final Selection EVERYTHING =
      new Selection(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Why a record is left out. */
  public enum Reason {
    /** It is of a chain that was not asked for. */
    OTHER_CHAIN,
    /** It is of a model that was not asked for. */
    OTHER_MODEL,
    /** Its timestamp is outside the range that was asked for. */
    OTHER_TIME
  }

  public Selection {
    chains = Set.copyOf(chains);
  }

  /** Why a record is left out before anyone has looked into it. */
  Optional<Reason> leavesOut(RawStep raw) {
    boolean early = from.isPresent() && raw.timestamp().isBefore(from.get());
    boolean late = until.isPresent() && !raw.timestamp().isBefore(until.get());
    if (early || late) {
      return Optional.of(Reason.OTHER_TIME);
    }
    return chains.isEmpty() || chains.contains(text(raw.key()))
        ? Optional.empty()
        : Optional.of(Reason.OTHER_CHAIN);
  }

  /** Why a record is left out that could be read. */
  Optional<Reason> leavesOut(ActivationsEvent event) {
    return model.isEmpty() || model.get().equals(event.model())
        ? Optional.empty()
        : Optional.of(Reason.OTHER_MODEL);
  }

  private static String text(byte[] key) {
    return key == null ? "" : new String(key, UTF_8);
  }
}
