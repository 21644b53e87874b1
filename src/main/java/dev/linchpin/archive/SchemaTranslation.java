package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveHeader.SourceSchema;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.confluent.RegistrySchemas;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Ids of schemas at the source to those at the target.
 *
 * @param ids by topic, source id to target id
 */
record SchemaTranslation(Map<ArchivedTopic, Map<Integer, Integer>> ids) {

  /**
   * Registers schemas, each under the subject that it has for its topic in the target. The older
   * come first, as the target's registry may demand that a newer one can read them.
   */
  static SchemaTranslation register(
      List<SourceSchema> schemas, RegistrySchemas registry, Topics topics) {
    Map<ArchivedTopic, Map<Integer, Integer>> ids = new EnumMap<>(ArchivedTopic.class);
    schemas.stream()
        .sorted(Comparator.comparing(SourceSchema::id))
        .forEach(
            schema -> {
              ArchivedTopic topic = ArchivedTopic.of(schema.topic());
              ids.computeIfAbsent(topic, t -> new HashMap<>())
                  .put(schema.id(), registry.id(topic.in(topics).name(), parse(schema)));
            });
    return new SchemaTranslation(ids);
  }

  /** Schemas that have another id at the target, by topic. */
  int renumbered() {
    return ids.values().stream()
        .mapToInt(
            topic ->
                (int)
                    topic.entrySet().stream()
                        .filter(id -> !id.getKey().equals(id.getValue()))
                        .count())
        .sum();
  }

  /**
   * A value with the target's id of its schema; itself where that is the source's, or where the
   * archive does not have the schema.
   *
   * @param value null where the record has none
   */
  byte[] translate(ArchivedTopic topic, byte[] value) {
    OptionalInt source = RegistrySchemas.idOf(value);
    if (source.isEmpty()) {
      return value;
    }
    Integer target = ids.getOrDefault(topic, Map.of()).get(source.getAsInt());
    return target == null || target == source.getAsInt()
        ? value
        : RegistrySchemas.withId(value, target);
  }

  private static Schema parse(SourceSchema schema) {
    try {
      return new Schema.Parser().parse(schema.schema());
    } catch (AvroRuntimeException e) {
      throw new ArchiveException(
          "expected an Avro schema for id %d of %s in the archive, got: %s"
              .formatted(schema.id(), schema.topic(), e.getMessage()),
          e);
    }
  }
}
