package dev.linchpin.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Plain records through a serde of generated Avro records, which it owns. */
final class EventSerde<V> implements Serde<V> {

  private final AvroType<V> type;
  private final Serde<SpecificRecord> avro;
  private final Claims claims;

  EventSerde(AvroType<V> type, Serde<SpecificRecord> avro, Claims claims) {
    this.type = type;
    this.avro = avro;
    this.claims = claims;
  }

  @Override
  public Serializer<V> serializer() {
    Serializer<SpecificRecord> inner = avro.serializer();
    return (topic, value) ->
        inner.serialize(topic, value == null ? null : claims.outgoing(type.toAvro(value)));
  }

  @Override
  public Deserializer<V> deserializer() {
    Deserializer<SpecificRecord> inner = avro.deserializer();
    return (topic, bytes) ->
        bytes == null ? null : type.fromAvro(claims.incoming(inner.deserialize(topic, bytes)));
  }

  @Override
  public void close() {
    avro.close();
  }
}
