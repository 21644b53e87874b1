package dev.linchpin.stream;

import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import org.apache.kafka.common.serialization.Serializer;

/** Writes values of the catalogue's topics and waits for a registry that is away. */
public final class PatientWriter {
  private PatientWriter() {}

  /** A serializer of the values of a topic. */
  public static <V> Serializer<V> of(Topic<V> topic, WireFormat wire, Patience patience) {
    Serializer<V> serializer = wire.serde(topic).serializer();
    return (name, value) -> patience.insist(() -> serializer.serialize(name, value));
  }
}
