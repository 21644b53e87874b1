package dev.linchpin.alerting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * State in memory that is written through to where it is kept, in the order in which it was last
 * written.
 */
final class Shelf<V> {
  private final Map<String, V> values = new LinkedHashMap<>();
  private final BiConsumer<String, V> behind;

  /**
   * An empty shelf.
   *
   * @param behind keeps what is put; null takes it away
   */
  Shelf(BiConsumer<String, V> behind) {
    this.behind = behind;
  }

  /** Puts back what was kept. */
  void load(String key, V value) {
    values.put(key, value);
  }

  Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  void put(String key, V value) {
    values.remove(key);
    values.put(key, value);
    behind.accept(key, value);
  }

  void remove(String key) {
    if (values.remove(key) != null) {
      behind.accept(key, null);
    }
  }

  int size() {
    return values.size();
  }

  /** What was not written for the longest time. */
  Optional<String> eldest() {
    return values.keySet().stream().findFirst();
  }

  /** All keys, that of the value written last at the end. */
  List<String> keys() {
    return new ArrayList<>(values.keySet());
  }

  /** All values, the one written last at the end. */
  List<V> values() {
    return new ArrayList<>(values.values());
  }
}
