package dev.linchpin.probe;

/** A probe's files are missing or not what they should be; the message says which and why. */
public final class ProbeFileException extends RuntimeException {
  ProbeFileException(String message) {
    super(message);
  }

  ProbeFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
