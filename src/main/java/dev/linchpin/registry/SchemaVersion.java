package dev.linchpin.registry;

/**
 * A schema as a version of a subject.
 *
 * @param subject name of the subject
 * @param version from 1, growing within the subject
 * @param id from 1; the same schema has the same id in every subject
 * @param schema the schema's JSON, as Avro writes it
 * @param deleted whether it is hidden
 */
record SchemaVersion(String subject, int version, int id, String schema, boolean deleted)
    implements LogEntry {

  SchemaVersion asDeleted() {
    return new SchemaVersion(subject, version, id, schema, true);
  }
}
