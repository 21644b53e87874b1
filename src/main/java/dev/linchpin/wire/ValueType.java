package dev.linchpin.wire;

import java.util.List;

/**
 * What the values of a topic are.
 *
 * @param <V> the values in Java
 */
public sealed interface ValueType<V> permits AvroType, RawBytes {
  /** Names of the records on the wire, for people to read. */
  List<String> records();

  /** Name of the record that a value is on the wire. */
  String recordOf(V value);
}
