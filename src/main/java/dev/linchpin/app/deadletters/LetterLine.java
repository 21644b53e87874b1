package dev.linchpin.app.deadletters;

import dev.linchpin.deadletters.Letter;
import dev.linchpin.wire.DeadLetter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of {@code linchpin dead-letters list}.
 *
 * @param letter the letter
 * @param replayed how often its record was put back since it became this letter
 */
record LetterLine(Letter letter, int replayed) {
  private static final String ROW = "%-10s %-24s %-28s %-24s %-36s %9s %8s %8s  %s";

  static String heading() {
    return ROW.formatted(
        "LETTER", "REASON", "ORIGIN", "TIME", "KEY", "BYTES", "ATTEMPTS", "REPLAYED", "MESSAGE");
  }

  String text() {
    Optional<DeadLetter> origin = letter.origin();
    return ROW.formatted(
        letter.id(),
        LetterText.oneLine(letter.cause().reason()),
        origin
            .map(from -> LetterText.oneLine(LetterText.at(from.topic(), from.address())))
            .orElse(LetterText.NOTHING),
        origin.map(from -> from.timestamp().toString()).orElse(LetterText.NOTHING),
        LetterText.of(letter.key()),
        letter.value() == null ? LetterText.NOTHING : letter.size(),
        letter.attempt(),
        replayed,
        LetterText.oneLine(letter.cause().message()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "letter");
    putLetter(json, letter);
    json.put("replayed", replayed);
    return json;
  }

  /** What is known of a letter without looking into it. */
  static void putLetter(Map<String, Object> json, Letter letter) {
    json.put("letter", letter.id().toString());
    json.put("reason", letter.cause().reason());
    json.put("message", letter.cause().message());
    letter.origin().ifPresent(origin -> putOrigin(json, origin));
    json.put("writtenAt", letter.writtenAt().toString());
    LetterText.printable(letter.key()).ifPresent(key -> json.put("key", key));
    if (letter.value() != null) {
      json.put("bytes", letter.size());
    }
    json.put("attempts", letter.attempt());
  }

  private static void putOrigin(Map<String, Object> json, DeadLetter origin) {
    json.put("topic", origin.topic());
    json.put("partition", origin.address().partition());
    json.put("offset", origin.address().offset());
    json.put("recordTime", origin.timestamp().toString());
  }
}
