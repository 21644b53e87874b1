package dev.linchpin.scoring;

import dev.linchpin.stream.UnusableRecordException;

/** Why a record went to the dead letters; the name is the value of the record's reason header. */
public enum RejectionReason {
  /** No value at all. */
  EMPTY,
  /** The value is not in the Confluent wire format. */
  NOT_CONFLUENT_FORMAT,
  /** The registry does not know the schema id. */
  UNKNOWN_SCHEMA,
  /** A good record, but not of this topic's type. */
  FOREIGN_TYPE,
  /** The Avro data is damaged or cut off. */
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
  KEY_MISMATCH,
  /** The tensor has more or fewer bytes than its shape and format say. */
  TENSOR_LENGTH,
  /** The packed tensor cannot be unpacked, or unpacked has another length than it must. */
  PACKED_TENSOR,
  /** The tensor holds NaN or an infinity. */
  NON_FINITE_ACTIVATIONS,
  /** The tensor is finite, but so large that the score is not a number. */
  NON_FINITE_SCORE,
  /** The model's probes read other layers, another width or another pooling. */
  PROBE_FOR_OTHER_SHAPE,
  /** The model's probes were trained on other weights of the same name. */
  PROBE_FOR_OTHER_WEIGHTS;

  static RejectionReason of(UnusableRecordException.Reason reason) {
    return switch (reason) {
      case EMPTY -> EMPTY;
      case NOT_CONFLUENT_FORMAT -> NOT_CONFLUENT_FORMAT;
      case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
      case FOREIGN_TYPE -> FOREIGN_TYPE;
      case MALFORMED -> MALFORMED;
      case CLAIM_WITHOUT_STORE -> CLAIM_WITHOUT_STORE;
      case CLAIM_MISSING -> CLAIM_MISSING;
      case CLAIM_MISMATCH -> CLAIM_MISMATCH;
      case MISSING_KEY -> MISSING_KEY;
      case KEY_MISMATCH -> KEY_MISMATCH;
    };
  }
}
