package dev.linchpin.wire.confluent;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Generated Avro records in the Confluent format; see {@link RegistryConfig} for its settings. */
public final class ConfluentAvroSerde implements Serde<SpecificRecord> {

  private final ConfluentAvroSerializer serializer = new ConfluentAvroSerializer();
  private final ConfluentAvroDeserializer deserializer = new ConfluentAvroDeserializer();

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
    deserializer.configure(settings, isKey);
  }

  @Override
  public Serializer<SpecificRecord> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<SpecificRecord> deserializer() {
    return deserializer;
  }
}
