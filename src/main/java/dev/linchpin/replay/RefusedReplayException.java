package dev.linchpin.replay;

/** What was asked of a replay cannot be done; the message says what was expected and what came. */
public final class RefusedReplayException extends RuntimeException {
  /** With the reason. */
  public RefusedReplayException(String message) {
    super(message);
  }
}
