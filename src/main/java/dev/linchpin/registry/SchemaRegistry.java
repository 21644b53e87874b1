package dev.linchpin.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Answers questions from the state and decides what goes to the log. One request at a time. */
final class SchemaRegistry {

  private static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.BACKWARD;

  private final SchemaState state;
  private final RegistryLog log;

  SchemaRegistry(SchemaState state, RegistryLog log) {
    this.state = state;
    this.log = log;
  }

  synchronized List<String> subjects() {
    return state.subjects();
  }

  /** Versions of a subject, oldest first, at least one. */
  synchronized List<SchemaVersion> versions(String subject) {
    List<SchemaVersion> versions = state.versions(subject);
    if (versions.isEmpty()) {
      throw RegistryFault.noSubject(subject);
    }
    return versions;
  }

  /**
   * One version.
   *
   * @param name a number, {@code latest} or -1
   */
  synchronized SchemaVersion version(String subject, String name) {
    List<SchemaVersion> versions = versions(subject);
    if (name.equals("latest") || name.equals("-1")) {
      return versions.get(versions.size() - 1);
    }
    int number = versionNumber(name);
    return versions.stream()
        .filter(version -> version.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryFault.noVersion(name));
  }

  synchronized String schema(int id) {
    return state.schema(id).orElseThrow(() -> RegistryFault.noSchema(Integer.toString(id)));
  }

  /** Where an id that exists is in use. */
  synchronized List<SchemaVersion> uses(int id) {
    schema(id);
    return state.uses(id);
  }

  /** The version of the subject that has this schema. */
  synchronized SchemaVersion find(String subject, Schema schema) {
    versions(subject);
    return state.find(subject, schema).orElseThrow(() -> RegistryFault.noSchema("of this text"));
  }

  /** The version of the subject that has this schema, made where there is none. */
  synchronized SchemaVersion register(String subject, Schema schema) {
    return state.find(subject, schema).orElseGet(() -> add(subject, schema));
  }

  /** What would stand against a schema. */
  synchronized List<String> faults(String subject, Schema schema) {
    return effectiveLevel(subject).faults(schema, state.versions(subject));
  }

  /** What would stand against a schema if a version were the only one. */
  synchronized List<String> faults(String subject, Schema schema, String version) {
    return effectiveLevel(subject).faults(schema, List.of(version(subject, version)));
  }

  /** Hides a version. */
  synchronized SchemaVersion delete(String subject, String version) {
    SchemaVersion deleted = version(subject, version).asDeleted();
    log.append(deleted);
    return deleted;
  }

  /** Hides all versions of a subject. */
  synchronized List<SchemaVersion> delete(String subject) {
    List<SchemaVersion> versions = versions(subject);
    versions.forEach(version -> log.append(version.asDeleted()));
    return versions;
  }

  synchronized CompatibilityLevel globalLevel() {
    return state.level(Optional.empty()).orElse(DEFAULT_LEVEL);
  }

  /** The level that a subject has of its own. */
  synchronized CompatibilityLevel ownLevel(String subject) {
    return state.level(Optional.of(subject)).orElseThrow(() -> RegistryFault.noLevel(subject));
  }

  /** The level that holds for a subject. */
  synchronized CompatibilityLevel effectiveLevel(String subject) {
    return state.level(Optional.of(subject)).orElseGet(this::globalLevel);
  }

  synchronized void setLevel(Optional<String> subject, CompatibilityLevel level) {
    log.append(new LevelSet(subject, Optional.of(level)));
  }

  /** Takes a level back, and gives what it was. */
  synchronized CompatibilityLevel removeLevel(Optional<String> subject) {
    CompatibilityLevel level = subject.map(this::ownLevel).orElseGet(this::globalLevel);
    log.append(new LevelSet(subject, Optional.empty()));
    return level;
  }

  private SchemaVersion add(String subject, Schema schema) {
    List<String> faults = faults(subject, schema);
    if (!faults.isEmpty()) {
      throw RegistryFault.incompatible(subject, faults);
    }
    SchemaVersion version = state.next(subject, schema);
    log.append(version);
    return version;
  }

  private static int versionNumber(String name) {
    try {
      int number = Integer.parseInt(name);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw RegistryFault.invalidVersion(name);
  }
}
