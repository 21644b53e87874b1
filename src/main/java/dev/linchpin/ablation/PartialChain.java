package dev.linchpin.ablation;

import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been read of one chain so far, and from which records. */
final class PartialChain {
  private final SortedMap<Integer, Optional<String>> texts = new TreeMap<>();
  private final List<RecordAddress> records = new ArrayList<>();
  private Optional<ChainStarted> started = Optional.empty();
  private Optional<ChainFinished> finished = Optional.empty();
  private Instant heardAt = Instant.MIN;

  void add(ChainEvent event) {
    if (event instanceof ChainStarted start) {
      started = Optional.of(start);
    } else if (event instanceof ChainFinished finish) {
      finished = Optional.of(finish);
    }
  }

  void add(StepCompleted step) {
    texts.put(step.step().stepIndex(), step.text());
  }

  void heard(RecordAddress record, Instant now) {
    records.add(record);
    heardAt = now;
  }

  /** When its last record was read. */
  Instant heardAt() {
    return heardAt;
  }

  List<RecordAddress> records() {
    return List.copyOf(records);
  }

  /** The chain, once its start, its end and every step between are there. */
  Optional<WholeChain> whole() {
    boolean complete =
        started.isPresent() && finished.isPresent() && texts.size() >= finished.get().steps();
    return complete
        ? Optional.of(
            new WholeChain(started.get(), finished.get(), List.copyOf(texts.values()), records()))
        : Optional.empty();
  }
}
