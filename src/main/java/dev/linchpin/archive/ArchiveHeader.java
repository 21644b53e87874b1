package dev.linchpin.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * What a file says of itself: the metadata {@code linchpin.archive}, as JSON.
 *
 * @param version of the format
 * @param createdAt when it was written, ISO 8601, UTC
 * @param selection which chains were asked for: the options of the export by their names; empty for
 *     all
 * @param topics every topic of an archive, in its order
 * @param schemas the schemas that values name, by topic
 * @param completeness what there is of the chains, and what is missing
 * @param losses what cannot be vouched for
 */
public record ArchiveHeader(
    int version,
    String createdAt,
    Map<String, Object> selection,
    List<SourceTopic> topics,
    List<SourceSchema> schemas,
    Completeness completeness,
    Losses losses) {
  /** The format that is written here. */
  static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  public ArchiveHeader {
    selection = Map.copyOf(selection);
    topics = List.copyOf(topics);
    schemas = List.copyOf(schemas);
  }

  /**
   * A topic where the archive comes from.
   *
   * @param name in the catalogue, without prefix
   * @param partitions how many it had
   * @param records of it in the archive
   */
  public record SourceTopic(String name, int partitions, long records) {}

  /**
   * A schema that values of a topic name.
   *
   * @param topic the topic's name in the catalogue, without prefix
   * @param id in the source's registry
   * @param subject under which the source has it, if its topics had no prefix
   * @param schema the schema as JSON text
   */
  public record SourceSchema(String topic, int id, String subject, String schema) {}

  /** What there is of a topic. */
  SourceTopic topic(ArchivedTopic topic) {
    return topics.stream()
        .filter(source -> source.name().equals(topic.title()))
        .findFirst()
        .orElseThrow();
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads it back.
   *
   * @throws JsonProcessingException if it is something else
   * @throws IllegalArgumentException if it is of another version
   */
  static ArchiveHeader parse(String json) throws JsonProcessingException {
    int version = JSON.readTree(json).path("version").asInt();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "expected version %d of the archive format, got %d".formatted(VERSION, version));
    }
    return JSON.readValue(json, ArchiveHeader.class);
  }
}
