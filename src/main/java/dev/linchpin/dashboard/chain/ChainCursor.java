package dev.linchpin.dashboard.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.dashboard.http.ProblemException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/**
 * A place among the chains, the newest first; the same on every instance.
 *
 * @param listedAt milliseconds since 1970
 * @param chainId tells apart those of the same millisecond
 */
record ChainCursor(long listedAt, String chainId) {
  /** The newest first. */
  static final Comparator<ChainCursor> NEWEST_FIRST =
      Comparator.comparingLong(ChainCursor::listedAt)
          .thenComparing(ChainCursor::chainId)
          .reversed();

  static ChainCursor of(ChainSummary chain) {
    return new ChainCursor(chain.listedAt().toEpochMilli(), chain.chainId());
  }

  static ChainCursor of(ChainHead chain) {
    return new ChainCursor(millis(chain.listedAt()), chain.chainId());
  }

  private static long millis(Instant time) {
    return Math.max(0, time.toEpochMilli());
  }

  /** Whether a chain comes after this place. */
  boolean isBefore(ChainCursor other) {
    return NEWEST_FIRST.compare(this, other) < 0;
  }

  String text() {
    String plain = listedAt + ":" + chainId;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * The place again.
   *
   * @throws ProblemException with 400 when the text is none
   */
  static ChainCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      int colon = plain.indexOf(':');
      return new ChainCursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ProblemException.badRequest("after: expected a cursor of an earlier answer");
    }
  }
}
