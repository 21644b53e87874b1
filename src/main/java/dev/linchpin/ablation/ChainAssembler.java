package dev.linchpin.ablation;

import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.StepCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts chains together from the records of two topics, in any order across them. What stays
 * incomplete for too long is given up, so that memory and the way back after a crash stay bounded.
 */
final class ChainAssembler {
  private final Map<String, PartialChain> open = new HashMap<>();
  private final Duration patience;

  /**
   * An assembler.
   *
   * @param patience how long nothing may be heard of an incomplete chain
   */
  ChainAssembler(Duration patience) {
    this.patience = patience;
  }

  /** A beginning or an end; gives the chain if that was the last that it lacked. */
  Optional<WholeChain> add(ChainEvent event, RecordAddress record, Instant now) {
    return heard(event.chainId(), chain -> chain.add(event), record, now);
  }

  /** A step; gives the chain if that was the last that it lacked. */
  Optional<WholeChain> add(StepCompleted step, RecordAddress record, Instant now) {
    return heard(step.step().chainId(), chain -> chain.add(step), record, now);
  }

  private Optional<WholeChain> heard(
      String chainId, Consumer<PartialChain> what, RecordAddress record, Instant now) {
    PartialChain chain = open.computeIfAbsent(chainId, id -> new PartialChain());
    chain.heard(record, now);
    what.accept(chain);
    Optional<WholeChain> whole = chain.whole();
    whole.ifPresent(done -> open.remove(chainId));
    return whole;
  }

  /** Gives up chains of which nothing was heard for too long; returns their records, by chain. */
  List<List<RecordAddress>> giveUp(Instant now) {
    List<List<RecordAddress>> givenUp = new ArrayList<>();
    Iterator<PartialChain> chains = open.values().iterator();
    while (chains.hasNext()) {
      PartialChain chain = chains.next();
      if (chain.heardAt().plus(patience).isBefore(now)) {
        givenUp.add(chain.records());
        chains.remove();
      }
    }
    return givenUp;
  }

  /** Another worker has these partitions now. */
  void forget(Collection<TopicPartition> partitions) {
    open.values()
        .removeIf(
            chain -> chain.records().stream().anyMatch(r -> partitions.contains(r.partition())));
  }

  /** Chains that are not complete. */
  int size() {
    return open.size();
  }
}
