package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveHeader.SourceSchema;
import dev.linchpin.wire.confluent.RegistrySchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The schemas that exported values name. Each is asked for once. */
final class SchemaLedger {
  private record Use(ArchivedTopic topic, int id) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      return topic == other.topic ? Integer.compare(id, other.id) : topic.compareTo(other.topic);
    }
  }

  private final RegistrySchemas registry;
  private final Map<Use, Optional<Schema>> uses = new TreeMap<>();

  SchemaLedger(RegistrySchemas registry) {
    this.registry = registry;
  }

  /** Takes a value and says whether its schema is known. */
  boolean note(ArchivedTopic topic, byte[] value) {
    OptionalInt id = RegistrySchemas.idOf(value);
    return id.isPresent()
        && uses.computeIfAbsent(new Use(topic, id.getAsInt()), use -> registry.schema(use.id()))
            .isPresent();
  }

  /** Those that are known, by topic and id. */
  List<SourceSchema> schemas() {
    return uses.entrySet().stream()
        .filter(use -> use.getValue().isPresent())
        .map(use -> describe(use.getKey(), use.getValue().get()))
        .toList();
  }

  private SourceSchema describe(Use use, Schema schema) {
    String topic = use.topic().title();
    return new SourceSchema(topic, use.id(), registry.subject(topic, schema), schema.toString());
  }
}
