package dev.linchpin.wire.confluent;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record are wrong: reading them again will not help. */
public final class UndecodableRecordException extends SerializationException {

  /** What is wrong. */
  public enum Reason {
    /** No bytes at all. */
    EMPTY,
    /** They do not begin as the Confluent format does. */
    NOT_CONFLUENT_FORMAT,
    /** The registry answers, and does not know the schema id. */
    UNKNOWN_SCHEMA,
    /** A known schema of another record, or one that ours cannot read. */
    FOREIGN_TYPE,
    /** Cut short, too long, or values that cannot be. */
    MALFORMED,
    /** The tensor lies in a store, and none is configured. */
    CLAIM_WITHOUT_STORE,
    /** The store has no such object. */
    CLAIM_MISSING,
    /** The object, or its name, is not the one that the record claims. */
    CLAIM_MISMATCH
  }

  private final transient Reason reason;

  public UndecodableRecordException(Reason reason, String message) {
    this(reason, message, null);
  }

  public UndecodableRecordException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
