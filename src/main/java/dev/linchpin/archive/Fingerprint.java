package dev.linchpin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.common.header.Header;

/** The first 128 bits of a SHA-256 over all of a record that an import carries over. */
record Fingerprint(long high, long low) {
  private static final int ABSENT = -1;

  /**
   * Of a record.
   *
   * @param timestamp milliseconds since 1970; any fixed number where the broker sets it
   * @param key null where it has none
   * @param value null where it has none
   */
  static Fingerprint of(long timestamp, byte[] key, byte[] value, Iterable<Header> headers) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, timestamp));
    add(digest, key);
    add(digest, value);
    for (Header header : headers) {
      add(digest, header.key().getBytes(UTF_8));
      add(digest, header.value());
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(hash.getLong(), hash.getLong());
  }

  /** With its length in front, so that no two different sequences are the same bytes. */
  private static void add(MessageDigest digest, byte[] bytes) {
    int length = bytes == null ? ABSENT : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
