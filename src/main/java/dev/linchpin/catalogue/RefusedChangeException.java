package dev.linchpin.catalogue;

/** A change of the published probes that cannot be made, and why. */
public final class RefusedChangeException extends RuntimeException {
  RefusedChangeException(String message) {
    super(message);
  }

  RefusedChangeException(String message, Throwable cause) {
    super(message, cause);
  }
}
