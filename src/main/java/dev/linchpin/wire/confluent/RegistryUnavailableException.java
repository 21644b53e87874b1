package dev.linchpin.wire.confluent;

import org.apache.kafka.common.errors.RetriableException;

/** No schema registry answered: trying again later may help. */
public final class RegistryUnavailableException extends RetriableException {
  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
