package dev.linchpin.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.Incident.Subject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Names incidents: short, and the same whenever the same is worked out again. */
final class IncidentIds {
  private static final int BYTES = 6;

  private IncidentIds() {}

  /**
   * The rule's id and twelve hexadecimal digits.
   *
   * @param before id of the incident before it, of the same rule and subject; empty for none
   */
  static String of(String rule, Subject subject, Instant openedAt, String before) {
    String text =
        String.join("\n", rule, subject.kind().name(), subject.name(), openedAt.toString(), before);
    byte[] digest = sha256().digest(text.getBytes(UTF_8));
    return rule + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
