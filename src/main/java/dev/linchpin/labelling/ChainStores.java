package dev.linchpin.labelling;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.wire.StepScored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The chains that wait for their missing half, or for a score that comes late. */
final class ChainStores {
  /** Chain, step and probe version to the score. */
  static final String SCORED_STEPS = "scored-steps";

  /** Chain to its ablation. */
  static final String ABLATED_CHAINS = "ablated-chains";

  /** Chain to the time of its last event, milliseconds since 1970. */
  static final String CHAIN_TIMES = "chain-times";

  private static final BytesSerializer PREFIX = new BytesSerializer();

  private final KeyValueStore<Bytes, StepScored> scores;
  private final KeyValueStore<String, AcceptedAblation> ablations;
  private final KeyValueStore<String, Long> times;

  ChainStores(ProcessorContext<?, ?> context) {
    scores = context.getStateStore(SCORED_STEPS);
    ablations = context.getStateStore(ABLATED_CHAINS);
    times = context.getStateStore(CHAIN_TIMES);
  }

  static List<StoreBuilder<?>> builders(StoreKind kind) {
    return List.of(
        kind.store(SCORED_STEPS, Serdes.Bytes(), new ScoreForm().serde()),
        kind.store(ABLATED_CHAINS, Serdes.String(), new AcceptedAblation.Form().serde()),
        // Every score writes it: only the last before a commit goes to the changelog.
        kind.store(CHAIN_TIMES, Serdes.String(), Serdes.Long()).withCachingEnabled());
  }

  /**
   * Keeps a score, unless its step has one of the same probe version.
   *
   * @param time of the event, milliseconds since 1970
   * @return whether it is new
   */
  boolean add(StepScored score, long time) {
    if (scores.putIfAbsent(StoreKey.score(score.step(), score.probe()), score) != null) {
      return false;
    }
    touch(score.step().chainId(), time);
    return true;
  }

  /**
   * Keeps a chain's ablation, unless it has one.
   *
   * @param time of the event, milliseconds since 1970
   * @return whether it is new
   */
  boolean add(String chainId, AcceptedAblation ablation, long time) {
    if (ablations.putIfAbsent(chainId, ablation) != null) {
      return false;
    }
    touch(chainId, time);
    return true;
  }

  Optional<AcceptedAblation> ablation(String chainId) {
    return Optional.ofNullable(ablations.get(chainId));
  }

  /** All scores of a chain, by step. */
  List<StepScored> scores(String chainId) {
    return values(StoreKey.chain(chainId));
  }

  /** All scores of a step. */
  List<StepScored> scores(StepRef step) {
    return values(StoreKey.step(step));
  }

  /** Chains whose last event was at {@code time} or before. */
  List<String> quietSince(long time) {
    List<String> chains = new ArrayList<>();
    try (KeyValueIterator<String, Long> all = times.all()) {
      while (all.hasNext()) {
        KeyValue<String, Long> chain = all.next();
        if (chain.value <= time) {
          chains.add(chain.key);
        }
      }
    }
    return chains;
  }

  /** Forgets a chain. */
  void remove(String chainId) {
    scores(chainId).forEach(score -> scores.delete(StoreKey.score(score.step(), score.probe())));
    ablations.delete(chainId);
    times.delete(chainId);
  }

  private void touch(String chainId, long time) {
    Long last = times.get(chainId);
    times.put(chainId, last == null ? time : Math.max(last, time));
  }

  private List<StepScored> values(Bytes prefix) {
    List<StepScored> found = new ArrayList<>();
    try (KeyValueIterator<Bytes, StepScored> matching = scores.prefixScan(prefix, PREFIX)) {
      matching.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }
}
