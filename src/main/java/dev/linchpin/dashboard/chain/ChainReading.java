package dev.linchpin.dashboard.chain;

import static dev.linchpin.stream.CompositeKey.number;
import static dev.linchpin.stream.CompositeKey.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.stream.CompositeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Chains of one partition, from the stores that hold them. */
final class ChainReading {
  /** Chain to its head. */
  static final String HEADS = "chain-heads";

  /** Chain and index to a step. */
  static final String STEPS = "chain-steps";

  /** Time and chain to the chain: the list. */
  static final String TIMES = "chain-times";

  private static final int MOST_LOOKED_AT = 5_000;
  private static final BytesSerializer PREFIX = new BytesSerializer();

  private final ReadOnlyKeyValueStore<String, ChainHead> heads;
  private final ReadOnlyKeyValueStore<Bytes, StepView> steps;
  private final ReadOnlyKeyValueStore<Bytes, String> times;

  ChainReading(
      ReadOnlyKeyValueStore<String, ChainHead> heads,
      ReadOnlyKeyValueStore<Bytes, StepView> steps,
      ReadOnlyKeyValueStore<Bytes, String> times) {
    this.heads = heads;
    this.steps = steps;
    this.times = times;
  }

  static Bytes stepKey(String chainId, int index) {
    return CompositeKey.of(text(chainId), number(index));
  }

  /** Sorts as {@link ChainCursor} does, the oldest first. */
  static Bytes timeKey(ChainCursor place) {
    return CompositeKey.of(number(place.listedAt()), place.chainId().getBytes(UTF_8));
  }

  Optional<ChainHead> head(String chainId) {
    return Optional.ofNullable(heads.get(chainId));
  }

  /** Steps by their index. */
  List<StepView> steps(String chainId) {
    List<StepView> found = new ArrayList<>();
    Bytes prefix = CompositeKey.of(text(chainId));
    try (KeyValueIterator<Bytes, StepView> matching = steps.prefixScan(prefix, PREFIX)) {
      matching.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }

  Optional<ChainView> chain(String chainId) {
    return head(chainId).map(head -> ChainView.of(head, steps(chainId)));
  }

  /** The newest chains that are meant and come after a place, of at most 5,000 looked at. */
  List<ChainSummary> newest(ChainFilter filter, Optional<ChainCursor> after, int limit) {
    List<ChainSummary> found = new ArrayList<>();
    int looked = 0;
    try (KeyValueIterator<Bytes, String> listed =
        times.reverseRange(null, after.map(ChainReading::timeKey).orElse(null))) {
      while (listed.hasNext() && found.size() < limit && looked++ < MOST_LOOKED_AT) {
        head(listed.next().value)
            .filter(head -> after.map(place -> place.isBefore(ChainCursor.of(head))).orElse(true))
            .filter(head -> matches(filter, head))
            .map(ChainSummary::of)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean matches(ChainFilter filter, ChainHead head) {
    return filter.mayMatch(head)
        && (!filter.needsSteps() || filter.matches(head, steps(head.chainId())));
  }
}
