package dev.linchpin.deadletters;

import dev.linchpin.wire.DeadLetter;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;

/** Why a record is a dead letter, as far as its headers say. */
public sealed interface Cause {
  /** Category, in capitals with underscores. */
  String reason();

  /** One line: expected, got. */
  String message();

  /** The headers are Linchpin's. */
  record Known(DeadLetter letter) implements Cause {
    @Override
    public String reason() {
      return letter.reason();
    }

    @Override
    public String message() {
      return letter.message();
    }
  }

  /**
   * Somebody else wrote it, or its headers are damaged: where the record came from is not known.
   */
  record Unknown(String reason, String message) implements Cause {}

  /** What these headers say. */
  static Cause of(Headers headers) {
    try {
      return new Known(DeadLetter.of(headers));
    } catch (IllegalArgumentException e) {
      return hasOurs(headers)
          ? new Unknown("UNREADABLE_HEADERS", "unreadable linchpin headers: " + e.getMessage())
          : new Unknown("NO_HEADERS", "no linchpin headers");
    }
  }

  private static boolean hasOurs(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .anyMatch(header -> header.key().startsWith(DeadLetter.PREFIX));
  }
}
