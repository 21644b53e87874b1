package dev.linchpin.wire.confluent;

import org.apache.kafka.common.KafkaException;

/** The schema registry answered and said no: settings or schemas must change. */
public final class RegistryRefusedException extends KafkaException {

  /** Schema not found, in Confluent's numbers. */
  static final int SCHEMA_NOT_FOUND = 40403;

  private final int errorCode;

  RegistryRefusedException(int errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  /** Confluent's error code, or the HTTP status where the answer had none. */
  public int errorCode() {
    return errorCode;
  }
}
