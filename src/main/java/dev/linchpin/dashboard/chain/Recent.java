package dev.linchpin.dashboard.chain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store that remembers what was used last: what is said of a chain comes close together, and a
 * store makes a value of bytes anew each time. Not thread-safe.
 */
final class Recent<K, V> {
  private final KeyValueStore<K, V> store;
  private final Map<K, V> used;

  /**
   * Nothing yet.
   *
   * @param store everything goes to it at once
   * @param most how many values are remembered
   */
  Recent(KeyValueStore<K, V> store, int most) {
    this.store = store;
    this.used =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  Optional<V> get(K key) {
    return Optional.ofNullable(used.computeIfAbsent(key, store::get));
  }

  void put(K key, V value) {
    used.put(key, value);
    store.put(key, value);
  }

  void delete(K key) {
    used.remove(key);
    store.delete(key);
  }
}
