package dev.linchpin.wire.claim;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.claim.ClaimFaultException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes content in for a claim, and gives it back for one. For several threads at once. */
public final class ClaimDesk {
  /** Largest object that is given back: a record may say any length. 64 MiB. */
  public static final long LARGEST = 64L << 20;

  private final ObjectStore store;

  /** A desk before a store. */
  public ClaimDesk(ObjectStore store) {
    this.store = store;
  }

  /**
   * Stores the content of a step; it is durable then.
   *
   * @throws ObjectStoreUnavailableException if the store is away
   */
  public Claim deposit(StepRef step, ByteBuffer content) {
    Claim claim = Claim.of(step, content);
    try {
      store.write(claim.uri(), content);
    } catch (IOException e) {
      throw new ObjectStoreUnavailableException(e);
    }
    return claim;
  }

  /**
   * The content of a step.
   *
   * @throws ClaimFaultException if there is none, or another than was claimed
   * @throws ObjectStoreUnavailableException if the store is away
   */
  public ByteBuffer redeem(StepRef step, Claim claim) {
    if (!claim.names(step)) {
      throw mismatch("expected the name of an object of " + step + ", got " + claim.uri());
    }
    if (claim.length() < 1 || claim.length() > LARGEST) {
      throw mismatch(
          "expected an object of 1 to %d bytes, got %d".formatted(LARGEST, claim.length()));
    }
    ByteBuffer content = read(claim);
    if (!claim.covers(content)) {
      throw mismatch(
          "expected %d bytes with SHA-256 %s in %s, got %s"
              .formatted(
                  claim.length(),
                  claim.sha256(),
                  claim.uri(),
                  content.remaining() == claim.length() ? "others" : "another length"));
    }
    return content;
  }

  private ByteBuffer read(Claim claim) {
    try {
      return store
          .read(claim.uri(), claim.length())
          .orElseThrow(
              () ->
                  new ClaimFaultException(
                      Fault.MISSING, "expected an object " + claim.uri() + ", got none"));
    } catch (IOException e) {
      throw new ObjectStoreUnavailableException(e);
    }
  }

  private static ClaimFaultException mismatch(String message) {
    return new ClaimFaultException(Fault.MISMATCH, message);
  }
}
