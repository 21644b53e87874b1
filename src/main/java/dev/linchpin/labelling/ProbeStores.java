package dev.linchpin.labelling;

import dev.linchpin.labelling.Evidence.Labelled;
import dev.linchpin.labelling.Evidence.Scored;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.stream.StoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What is known of each probe version: counts and the latest scores. */
final class ProbeStores {
  /** Probe version to its counts. */
  static final String TALLIES = "tallies";

  /** Probe version and place to a labelled score. */
  static final String LABELLED_WINDOW = "labelled-window";

  /** Probe version and place to a score. */
  static final String SCORE_WINDOW = "score-window";

  private final KeyValueStore<String, Tally> tallies;
  private final KeyValueStore<Bytes, LabelledScore> labelled;
  private final KeyValueStore<Bytes, GivenScore> given;
  private final int window;

  /**
   * The stores of one task.
   *
   * @param window of the latest scores, and of the latest labelled ones, of each version
   */
  ProbeStores(ProcessorContext<?, ?> context, int window) {
    tallies = context.getStateStore(TALLIES);
    labelled = context.getStateStore(LABELLED_WINDOW);
    given = context.getStateStore(SCORE_WINDOW);
    this.window = window;
  }

  static List<StoreBuilder<?>> builders(StoreKind kind) {
    return List.of(
        // Every piece of evidence writes it: only the last before a commit goes to the changelog.
        kind.store(TALLIES, Serdes.String(), new Tally.Form().serde()).withCachingEnabled(),
        kind.store(LABELLED_WINDOW, Serdes.Bytes(), new LabelledScore.Form().serde()),
        kind.store(SCORE_WINDOW, Serdes.Bytes(), new GivenScore.Form().serde()));
  }

  /** Counts a piece of evidence, and keeps its score while it is among the latest. */
  void add(Evidence evidence) {
    ProbeId probe = evidence.probe();
    Tally before = Optional.ofNullable(tallies.get(probe.key())).orElseGet(() -> Tally.none(probe));
    if (evidence instanceof Scored scored) {
      given.put(StoreKey.place(probe, before.scored()), scored.score());
    } else if (evidence instanceof Labelled label) {
      labelled.put(StoreKey.place(probe, before.labelled()), label.score());
    }
    Tally after = before.plus(evidence).keeping(window);
    delete(given, probe, before.scoresFrom(), after.scoresFrom());
    delete(labelled, probe, before.labelsFrom(), after.labelsFrom());
    put(after);
  }

  /** The counts of every version. */
  List<Tally> tallies() {
    return read(tallies.all());
  }

  void put(Tally tally) {
    tallies.put(tally.probe().key(), tally);
  }

  /** The latest scores, oldest first. */
  List<GivenScore> scores(Tally tally) {
    return read(range(given, tally.probe(), tally.scoresFrom(), tally.scored()));
  }

  /** The latest labelled scores, oldest first. */
  List<LabelledScore> labels(Tally tally) {
    return read(range(labelled, tally.probe(), tally.labelsFrom(), tally.labelled()));
  }

  private static <V> KeyValueIterator<Bytes, V> range(
      KeyValueStore<Bytes, V> store, ProbeId probe, long from, long to) {
    return store.range(StoreKey.place(probe, from), StoreKey.place(probe, to));
  }

  private static void delete(KeyValueStore<Bytes, ?> store, ProbeId probe, long from, long to) {
    for (long place = from; place < to; place++) {
      store.delete(StoreKey.place(probe, place));
    }
  }

  private static <V> List<V> read(KeyValueIterator<?, V> entries) {
    List<V> values = new ArrayList<>();
    try (entries) {
      entries.forEachRemaining(entry -> values.add(entry.value));
    }
    return values;
  }
}
