package dev.linchpin.wire.claim;

import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;

/** The object store does not answer: trying again may help. */
public final class ObjectStoreUnavailableException extends RetriableException {
  ObjectStoreUnavailableException(IOException cause) {
    super("the claim store is away: " + cause, cause);
  }
}
