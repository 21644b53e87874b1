package dev.linchpin.alerting;

/** What someone wants to do about an incident or a rule cannot be done. */
public final class RefusedActionException extends RuntimeException {

  /**
   * A refusal.
   *
   * @param message one line: expected, got
   */
  public RefusedActionException(String message) {
    super(message);
  }
}
