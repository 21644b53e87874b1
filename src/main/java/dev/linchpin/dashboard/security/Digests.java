package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, alone and with a key. */
final class Digests {
  private static final String HMAC = "HmacSHA256";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Digests() {}

  /** 32 bytes. */
  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** 32 bytes that only who has the key can make. */
  static byte[] keyed(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /** As letters and digits, {@code -} and {@code _}. */
  static String text(byte[] bytes) {
    return TEXT.encodeToString(bytes);
  }

  /** Whether both are the same; the time that it takes tells nothing of where they differ. */
  static boolean same(String first, String second) {
    return MessageDigest.isEqual(first.getBytes(UTF_8), second.getBytes(UTF_8));
  }
}
