package dev.linchpin.wire.claim;

/** A claim that will never be redeemed: trying again will not help. */
public final class ClaimFaultException extends RuntimeException {

  /** What is wrong. */
  public enum Fault {
    /** There is no such object. */
    MISSING,
    /** The object, or its name, is not the one that the record claims. */
    MISMATCH
  }

  private final Fault fault;

  ClaimFaultException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
