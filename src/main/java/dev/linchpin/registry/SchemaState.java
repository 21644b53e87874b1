package dev.linchpin.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** What the entries of the log add up to. For one thread at a time. */
final class SchemaState {

  private final SortedMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
  private final NavigableMap<Integer, String> schemas = new TreeMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Optional<String>, CompatibilityLevel> levels = new HashMap<>();

  void apply(LogEntry entry) {
    if (entry instanceof SchemaVersion version) {
      apply(version);
    } else if (entry instanceof LevelSet set) {
      set.level()
          .ifPresentOrElse(
              level -> levels.put(set.subject(), level), () -> levels.remove(set.subject()));
    }
  }

  /** Names of the subjects that have a version. */
  List<String> subjects() {
    return subjects.keySet().stream().filter(name -> !versions(name).isEmpty()).toList();
  }

  /** Versions of a subject that are not deleted, oldest first. */
  List<SchemaVersion> versions(String subject) {
    return all(subject).values().stream().filter(version -> !version.deleted()).toList();
  }

  /** Where an id is in use. */
  List<SchemaVersion> uses(int id) {
    return subjects.keySet().stream()
        .flatMap(subject -> versions(subject).stream())
        .filter(version -> version.id() == id)
        .toList();
  }

  /** The version of a subject that has this schema. */
  Optional<SchemaVersion> find(String subject, Schema schema) {
    String text = schema.toString();
    return versions(subject).stream().filter(v -> v.schema().equals(text)).findFirst();
  }

  /** The schema of an id, whether or not a subject still has it. */
  Optional<String> schema(int id) {
    return Optional.ofNullable(schemas.get(id));
  }

  /** The level that a subject has of its own; that of all for an empty subject. */
  Optional<CompatibilityLevel> level(Optional<String> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  /** The version that registering a schema would make. */
  SchemaVersion next(String subject, Schema schema) {
    String text = schema.toString();
    int version = all(subject).isEmpty() ? 1 : all(subject).lastKey() + 1;
    int fresh = schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
    return new SchemaVersion(subject, version, ids.getOrDefault(text, fresh), text, false);
  }

  private NavigableMap<Integer, SchemaVersion> all(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  private void apply(SchemaVersion version) {
    subjects
        .computeIfAbsent(version.subject(), name -> new TreeMap<>())
        .put(version.version(), version);
    schemas.put(version.id(), version.schema());
    ids.putIfAbsent(version.schema(), version.id());
  }
}
