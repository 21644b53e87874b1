package dev.linchpin.inference;

/**
 * How much may wait to be sent.
 *
 * @param bufferBytes most bytes of records not yet acknowledged
 * @param whenFull what happens beyond that
 */
public record OutboxSettings(long bufferBytes, WhenFull whenFull) {

  /** 64 MiB: about 300 steps of a 7B model in bf16. */
  public static final long DEFAULT_BUFFER_BYTES = 64L << 20;

  public OutboxSettings {
    if (bufferBytes < 1) {
      throw new IllegalArgumentException(
          "expected a buffer of at least 1 byte, got " + bufferBytes);
    }
  }
}
