package dev.linchpin.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Log entries as the JSON keys and values that Confluent's registry writes. */
final class LogEntryCodec {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LogEntryCodec() {}

  static String key(LogEntry entry) {
    return (entry instanceof SchemaVersion version ? key(version) : key((LevelSet) entry))
        .toString();
  }

  /** The value; null takes the key away. */
  static String value(LogEntry entry) {
    if (entry instanceof SchemaVersion version) {
      return value(version).toString();
    }
    LevelSet set = (LevelSet) entry;
    return set.level()
        .map(level -> JSON.objectNode().put("compatibilityLevel", level.name()).toString())
        .orElse(null);
  }

  /**
   * The entry; empty for one of a kind that is not used here.
   *
   * @param value null for a key that was taken away
   */
  static Optional<LogEntry> read(String key, String value) {
    try {
      JsonNode k = MAPPER.readTree(key);
      return switch (k.path("keytype").asText()) {
        case "SCHEMA" -> value == null ? Optional.empty() : Optional.of(version(parse(value)));
        case "CONFIG" -> Optional.of(level(k, Optional.ofNullable(value)));
        default -> Optional.empty();
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of the registry's log is not JSON", e);
    }
  }

  private static ObjectNode key(SchemaVersion version) {
    return JSON.objectNode()
        .put("keytype", "SCHEMA")
        .put("subject", version.subject())
        .put("version", version.version())
        .put("magic", 1);
  }

  private static ObjectNode key(LevelSet set) {
    return JSON.objectNode()
        .put("keytype", "CONFIG")
        .put("subject", set.subject().orElse(null))
        .put("magic", 0);
  }

  private static ObjectNode value(SchemaVersion version) {
    return JSON.objectNode()
        .put("subject", version.subject())
        .put("version", version.version())
        .put("id", version.id())
        .put("schema", version.schema())
        .put("deleted", version.deleted());
  }

  private static LogEntry version(JsonNode value) {
    return new SchemaVersion(
        value.required("subject").asText(),
        value.required("version").asInt(),
        value.required("id").asInt(),
        value.required("schema").asText(),
        value.path("deleted").asBoolean());
  }

  private static LogEntry level(JsonNode key, Optional<String> value)
      throws JsonProcessingException {
    Optional<String> subject =
        key.hasNonNull("subject") ? Optional.of(key.get("subject").asText()) : Optional.empty();
    Optional<CompatibilityLevel> level = Optional.empty();
    if (value.isPresent()) {
      level = CompatibilityLevel.of(parse(value.get()).path("compatibilityLevel").asText());
    }
    return new LevelSet(subject, level);
  }

  private static JsonNode parse(String value) throws JsonProcessingException {
    return MAPPER.readTree(value);
  }
}
