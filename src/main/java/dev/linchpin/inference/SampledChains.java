package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A share of all chains, whole chains, the same on every node: a chain is in it when the first four
 * bytes of its id's SHA-256, as a share of 2^32, are below the share.
 *
 * @param share in [0, 1]
 */
public record SampledChains(double share) {
  public SampledChains {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share in [0, 1], got " + share);
    }
  }

  /** Whether a chain is among them. */
  public boolean contains(String chainId) {
    return place(chainId) < share;
  }

  private static double place(String chainId) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(chainId.getBytes(UTF_8));
      return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt()) * 0x1p-32;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
