package dev.linchpin.dashboard.chain;

import dev.linchpin.stream.StoreKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The chains of one partition, as many as retention allows. */
final class ChainShelf {
  private static final int RECENT_HEADS = 256;
  private static final int RECENT_STEPS = 1_024;

  private final Recent<String, ChainHead> heads;
  private final Recent<Bytes, StepView> steps;
  private final KeyValueStore<Bytes, String> times;
  private final ChainReading kept;
  private int chains;

  ChainShelf(ProcessorContext<?, ?> context) {
    KeyValueStore<String, ChainHead> keptHeads = context.getStateStore(ChainReading.HEADS);
    KeyValueStore<Bytes, StepView> keptSteps = context.getStateStore(ChainReading.STEPS);
    heads = new Recent<>(keptHeads, RECENT_HEADS);
    steps = new Recent<>(keptSteps, RECENT_STEPS);
    times = context.getStateStore(ChainReading.TIMES);
    kept = new ChainReading(keptHeads, keptSteps, times);
    chains = count();
  }

  /** Heads and steps change several times in a second: only the last goes to the changelog. */
  static List<StoreBuilder<?>> builders(StoreKind kind) {
    return List.of(
        kind.store(ChainReading.HEADS, Serdes.String(), JsonForm.of(ChainHead.class))
            .withCachingEnabled(),
        kind.store(ChainReading.STEPS, Serdes.Bytes(), JsonForm.of(StepView.class))
            .withCachingEnabled(),
        kind.store(ChainReading.TIMES, Serdes.Bytes(), Serdes.String()));
  }

  Optional<ChainHead> head(String chainId) {
    return heads.get(chainId);
  }

  Optional<StepView> step(String chainId, int index) {
    return steps.get(ChainReading.stepKey(chainId, index));
  }

  void put(Optional<ChainHead> before, ChainHead after) {
    ChainCursor place = ChainCursor.of(after);
    Optional<ChainCursor> past = before.map(ChainCursor::of);
    if (!past.equals(Optional.of(place))) {
      past.ifPresent(old -> times.delete(ChainReading.timeKey(old)));
      times.put(ChainReading.timeKey(place), after.chainId());
      chains += past.isPresent() ? 0 : 1;
    }
    heads.put(after.chainId(), after);
  }

  void put(String chainId, StepView step) {
    steps.put(ChainReading.stepKey(chainId, step.index()), step);
  }

  /** Forgets what retention does not keep. */
  void forget(Retention retention, Instant now) {
    long bound = Math.max(0, now.minus(retention.age()).toEpochMilli());
    try (KeyValueIterator<Bytes, String> oldest = times.all()) {
      while (oldest.hasNext()) {
        KeyValue<Bytes, String> first = oldest.next();
        boolean old = first.key.compareTo(ChainReading.timeKey(new ChainCursor(bound, ""))) < 0;
        if (!old && chains <= retention.chainsPerPartition()) {
          return;
        }
        remove(first);
      }
    }
  }

  private void remove(KeyValue<Bytes, String> listed) {
    String chainId = listed.value;
    kept.steps(chainId).forEach(step -> steps.delete(ChainReading.stepKey(chainId, step.index())));
    heads.delete(chainId);
    times.delete(listed.key);
    chains--;
  }

  private int count() {
    int found = 0;
    try (KeyValueIterator<Bytes, String> all = times.all()) {
      for (; all.hasNext(); all.next()) {
        found++;
      }
    }
    return found;
  }
}
