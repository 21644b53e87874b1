package dev.linchpin.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.DeadLetter;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a record that was put back, as UTF-8 text. They stay when it becomes a letter
 * again.
 *
 * @param letter the letter that it was
 * @param attempt how often it has been put back so far, from 1
 */
public record RedeliveryMark(LetterId letter, int attempt) {
  /** Partition and offset of the letter, with a colon between. */
  public static final String LETTER = "linchpin.redelivery.letter";

  public static final String ATTEMPT = "linchpin.redelivery.attempt";

  /** What the headers say; empty where they say nothing that can be read. */
  static Optional<RedeliveryMark> of(Headers headers) {
    try {
      return text(headers, LETTER)
          .flatMap(
              letter ->
                  text(headers, ATTEMPT)
                      .map(n -> new RedeliveryMark(LetterId.parse(letter), Integer.parseInt(n))))
          .filter(mark -> mark.attempt > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The headers of a letter's record, without what made a letter of it, with this mark. */
  Headers on(Headers original) {
    Headers headers = new RecordHeaders();
    for (Header header : original) {
      if (!header.key().startsWith(DeadLetter.PREFIX) && !isMark(header)) {
        headers.add(header);
      }
    }
    return headers
        .add(LETTER, letter.toString().getBytes(UTF_8))
        .add(ATTEMPT, Integer.toString(attempt).getBytes(UTF_8));
  }

  private static boolean isMark(Header header) {
    return header.key().equals(LETTER) || header.key().equals(ATTEMPT);
  }

  private static Optional<String> text(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).flatMap(Utf8::text);
  }
}
