package dev.linchpin.alerting;

import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where the desk's state is kept: small and bounded, so in memory, and on the cluster. */
final class DeskStores {
  static final String RULES = "alert-rules";
  static final String CHAINS = "alert-chains";
  static final String WINDOWS = "alert-windows";
  static final String INCIDENTS = "alert-incidents";

  private DeskStores() {}

  static String[] names() {
    return new String[] {RULES, CHAINS, WINDOWS, INCIDENTS};
  }

  static List<StoreBuilder<?>> builders() {
    return List.of(
        store(RULES, new RuleForm()),
        store(CHAINS, new ChainTrack.Form()),
        store(WINDOWS, new ShareWindow.Form()),
        store(INCIDENTS, new KeptForm()));
  }

  /** What was kept. */
  static DeskState load(ProcessorContext<?, ?> context) {
    return new DeskState(
        shelf(context, RULES, Comparator.comparing(AlertRule::id)),
        shelf(context, CHAINS, Comparator.comparing(ChainTrack::seenAt)),
        shelf(context, WINDOWS, Comparator.comparing(ShareWindow::seenAt)),
        shelf(context, INCIDENTS, Comparator.comparing(Kept::seenAt)));
  }

  private static <V> Shelf<V> shelf(
      ProcessorContext<?, ?> context, String name, Comparator<V> order) {
    KeyValueStore<String, V> store = context.getStateStore(name);
    List<KeyValue<String, V>> kept = new ArrayList<>();
    try (KeyValueIterator<String, V> all = store.all()) {
      all.forEachRemaining(kept::add);
    }
    Shelf<V> shelf = new Shelf<>(store::put);
    kept.stream()
        .sorted(Comparator.comparing(entry -> entry.value, order))
        .forEach(entry -> shelf.load(entry.key, entry.value));
    return shelf;
  }

  /** Every step writes some: only the last before a commit goes to the changelog. */
  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, BinaryForm<V> form) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), form.serde())
        .withCachingEnabled();
  }

  /** Rules are kept as the audit has them. */
  private static final class RuleForm implements BinaryForm<AlertRule> {
    @Override
    public void write(AlertRule value, DataOutputStream out) throws IOException {
      BinaryParts.writeText(ActionDetail.ofRule(value), out);
    }

    @Override
    public AlertRule read(DataInputStream in) throws IOException {
      return ActionDetail.rule(BinaryParts.readText(in));
    }
  }
}
