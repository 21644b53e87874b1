package dev.linchpin.stream;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where state lies while it is worked on; its changelog is on the cluster in any case. */
@FunctionalInterface
public interface StoreKind {
  /** On disk. */
  StoreKind PERSISTENT = Stores::persistentKeyValueStore;

  /** The store of that name, bytes only. */
  KeyValueBytesStoreSupplier named(String name);

  /** A store with its changelog. */
  default <K, V> StoreBuilder<KeyValueStore<K, V>> store(
      String name, Serde<K> keys, Serde<V> values) {
    return Stores.keyValueStoreBuilder(named(name), keys, values);
  }
}
