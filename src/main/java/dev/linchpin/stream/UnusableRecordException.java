package dev.linchpin.stream;

import dev.linchpin.wire.confluent.UndecodableRecordException;

/** A record that will never be of use: reading it again will not help. */
public final class UnusableRecordException extends RuntimeException {

  /** What is wrong; the name is the value of the dead letter's reason header. */
  public enum Reason {
    /** No value at all. */
    EMPTY,
    /** The value is not in the Confluent wire format. */
    NOT_CONFLUENT_FORMAT,
    /** The registry does not know the schema id. */
    UNKNOWN_SCHEMA,
    /** A good record, but not of this topic's type. */
    FOREIGN_TYPE,
    /** The Avro data is damaged or cut off, or holds values that cannot be. */
    MALFORMED,
    /** The tensor lies in a store, and none is configured. */
    CLAIM_WITHOUT_STORE,
    /** The store has no such object. */
    CLAIM_MISSING,
    /** The object, or its name, is not the one that the record claims. */
    CLAIM_MISMATCH,
    /** The key is missing or blank: it should be the chain's id. */
    MISSING_KEY,
    /** The key is not the id of the record's chain. */
    KEY_MISMATCH;

    private static Reason of(UndecodableRecordException.Reason reason) {
      return switch (reason) {
        case EMPTY -> EMPTY;
        case NOT_CONFLUENT_FORMAT -> NOT_CONFLUENT_FORMAT;
        case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
        case FOREIGN_TYPE -> FOREIGN_TYPE;
        case MALFORMED -> MALFORMED;
        case CLAIM_WITHOUT_STORE -> CLAIM_WITHOUT_STORE;
        case CLAIM_MISSING -> CLAIM_MISSING;
        case CLAIM_MISMATCH -> CLAIM_MISMATCH;
      };
    }
  }

  private final Reason reason;

  /**
   * A fault of the record.
   *
   * @param reason category
   * @param message one line: expected, got
   */
  public UnusableRecordException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  UnusableRecordException(UndecodableRecordException fault) {
    super(String.valueOf(fault.getMessage()), fault);
    this.reason = Reason.of(fault.reason());
  }

  public Reason reason() {
    return reason;
  }
}
