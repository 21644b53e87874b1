package dev.linchpin.wire.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.reasoning.StepRef;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands in a record instead of a tensor.
 *
 * @param uri name of the object, relative to its store's root
 * @param length of the object, in bytes
 * @param sha256 of the object, lower-case hexadecimal
 */
public record Claim(String uri, long length, String sha256) {

  /** The claim on some bytes, from their position to their limit. */
  public static Claim of(StepRef step, ByteBuffer content) {
    String digest = sha256(content);
    return new Claim(name(step, digest), content.remaining(), digest);
  }

  /** Whether the name is the one that the object of this step has. */
  boolean names(StepRef step) {
    return sha256.matches("[0-9a-f]{64}") && uri.equals(name(step, sha256));
  }

  /** Whether these are the bytes. */
  boolean covers(ByteBuffer content) {
    return content.remaining() == length && sha256(content).equals(sha256);
  }

  /** A folder of 256, then chain, step and digest: letters, digits and dashes only. */
  private static String name(StepRef step, String digest) {
    String chain = sha256(UTF_8.encode(step.chainId())).substring(0, 32);
    return "%s/%s-%d-%s".formatted(chain.substring(0, 2), chain, step.stepIndex(), digest);
  }

  private static String sha256(ByteBuffer content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.duplicate());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
