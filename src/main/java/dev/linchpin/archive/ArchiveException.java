package dev.linchpin.archive;

/** An archive that cannot be read, or an export or import that is refused: expected, got, where. */
public final class ArchiveException extends RuntimeException {
  public ArchiveException(String message) {
    super(message);
  }

  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
