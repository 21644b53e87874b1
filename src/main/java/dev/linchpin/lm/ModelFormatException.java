package dev.linchpin.lm;

/** A folder or file is not a model that can be run; the message says where, expected, and got. */
public final class ModelFormatException extends RuntimeException {
  public ModelFormatException(String message) {
    super(message);
  }

  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
