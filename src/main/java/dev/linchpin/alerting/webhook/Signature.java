package dev.linchpin.alerting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver can tell a notice from a forged one by: {@code t=<unix seconds>,v1=<hexadecimal
 * HMAC-SHA256 of "<t>.<body>">}.
 */
public final class Signature {
  /** The header that carries it. */
  public static final String HEADER = "Linchpin-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * Of a body.
   *
   * @param secret what only both sides know
   * @param at when it is sent; a receiver should refuse what is older than some minutes
   */
  public static String of(String secret, Instant at, String body) {
    long seconds = at.getEpochSecond();
    return "t=" + seconds + ",v1=" + hmac(secret, seconds + "." + body);
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
