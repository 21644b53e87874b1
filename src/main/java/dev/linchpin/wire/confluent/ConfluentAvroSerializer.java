package dev.linchpin.wire.confluent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Generated Avro records to the Confluent format. */
public final class ConfluentAvroSerializer implements Serializer<SpecificRecord> {

  private final Map<Schema, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
  private SchemaRegistryClient registry;
  private SubjectNameStrategy subjects;

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    RegistryConfig config = new RegistryConfig(settings);
    registry = new SchemaRegistryClient(config);
    subjects = config.subjectNameStrategy();
  }

  @Override
  public byte[] serialize(String topic, SpecificRecord record) {
    return record == null ? null : encode(topic, record, record.getSchema());
  }

  private byte[] encode(String topic, SpecificRecord record, Schema schema) {
    int id = registry.id(subjects.subject(topic, schema), schema);
    return ConfluentFrame.encode(
        id, record, writers.computeIfAbsent(schema, s -> new SpecificDatumWriter<>(s)));
  }
}
