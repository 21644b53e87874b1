package dev.linchpin.wire.confluent;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The schemas behind framed values, for those who move values from one registry to another. */
public final class RegistrySchemas {
  private final SchemaRegistryClient registry;
  private final SubjectNameStrategy subjects;

  /** Schemas of the registry that the settings name. */
  public RegistrySchemas(Map<String, ?> settings) {
    RegistryConfig config = new RegistryConfig(settings);
    this.registry = new SchemaRegistryClient(config);
    this.subjects = config.subjectNameStrategy();
  }

  /**
   * The schema id that a value names; empty if it is not in the Confluent format.
   *
   * @param value null where a record has none
   */
  public static OptionalInt idOf(byte[] value) {
    return value == null || value.length < ConfluentFrame.HEADER || value[0] != 0
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(value).getInt(1));
  }

  /** A copy of a framed value that differs in its schema id alone. */
  public static byte[] withId(byte[] value, int id) {
    byte[] copy = value.clone();
    ByteBuffer.wrap(copy).putInt(1, id);
    return copy;
  }

  /**
   * The schema of an id; empty if the registry does not know the id, or has something else than
   * Avro for it.
   *
   * @throws RegistryUnavailableException when no registry answers
   */
  public Optional<Schema> schema(int id) {
    try {
      return Optional.of(registry.schema(id));
    } catch (UndecodableRecordException | AvroRuntimeException e) {
      return Optional.empty();
    }
  }

  /** Under which subject a topic's schema is registered. */
  public String subject(String topic, Schema schema) {
    return subjects.subject(topic, schema);
  }

  /** The id of a topic's schema, registered under its subject where that is allowed. */
  public int id(String topic, Schema schema) {
    return registry.id(subject(topic, schema), schema);
  }
}
