package dev.linchpin.dashboard.security;

/** Others on the network could do anything without a login. */
public final class OpenAccessException extends RuntimeException {
  OpenAccessException(String message) {
    super(message);
  }
}
