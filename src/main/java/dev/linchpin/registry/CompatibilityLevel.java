package dev.linchpin.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** What a new schema must be able to read, or be read by. */
enum CompatibilityLevel {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean readByOld;
  private final boolean transitive;

  CompatibilityLevel(boolean readsOld, boolean readByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.readByOld = readByOld;
    this.transitive = transitive;
  }

  static Optional<CompatibilityLevel> of(String name) {
    return Arrays.stream(values()).filter(level -> level.name().equals(name)).findFirst();
  }

  /**
   * What is wrong with a new schema, nothing when it is compatible.
   *
   * @param earlier versions of the subject, oldest first
   */
  List<String> faults(Schema schema, List<SchemaVersion> earlier) {
    int first = transitive || earlier.isEmpty() ? 0 : earlier.size() - 1;
    List<String> faults = new ArrayList<>();
    for (SchemaVersion version : earlier.subList(first, earlier.size())) {
      Schema old = new Schema.Parser().parse(version.schema());
      if (readsOld) {
        faults.addAll(faults(schema, old, "version " + version.version() + " cannot be read: "));
      }
      if (readByOld) {
        faults.addAll(faults(old, schema, "version " + version.version() + " cannot read it: "));
      }
    }
    return faults;
  }

  private static List<String> faults(Schema reader, Schema writer, String what) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> what + fault.getType() + " at " + fault.getLocation())
        .toList();
  }
}
