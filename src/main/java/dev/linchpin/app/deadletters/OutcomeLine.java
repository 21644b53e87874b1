package dev.linchpin.app.deadletters;

import dev.linchpin.deadletters.Outcome;
import dev.linchpin.wire.LetterRedelivered;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of {@code linchpin dead-letters replay}.
 *
 * @param outcome what became of a letter
 */
record OutcomeLine(Outcome outcome) {

  String text() {
    return "%-10s %s".formatted(outcome.letter(), LetterText.oneLine(what()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "letter");
    json.put("letter", outcome.letter().toString());
    if (outcome instanceof Outcome.Redelivered redelivered) {
      json.put("outcome", "redelivered");
      put(json, redelivered.redelivery());
    } else if (outcome instanceof Outcome.Planned planned) {
      json.put("outcome", "planned");
      json.put("topic", planned.topic());
      json.put("attempt", planned.attempt());
    } else if (outcome instanceof Outcome.AlreadyDone already) {
      json.put("outcome", "already redelivered");
      put(json, already.last());
    } else if (outcome instanceof Outcome.Duplicate) {
      json.put("outcome", "duplicate");
    } else if (outcome instanceof Outcome.Refused refused) {
      json.put("outcome", "refused");
      json.put("reason", refused.reason());
      json.put("message", refused.message());
    }
    return json;
  }

  /** Where a record was put back, and when. */
  static String place(LetterRedelivered time) {
    return "%s, attempt %d, %s"
        .formatted(
            LetterText.at(time.topic(), time.redelivered()), time.attempt(), time.redeliveredAt());
  }

  private String what() {
    if (outcome instanceof Outcome.Redelivered redelivered) {
      return "redelivered: " + place(redelivered.redelivery());
    }
    if (outcome instanceof Outcome.Planned planned) {
      return "would be redelivered: %s, attempt %d".formatted(planned.topic(), planned.attempt());
    }
    if (outcome instanceof Outcome.AlreadyDone already) {
      return "already redelivered: " + place(already.last());
    }
    if (outcome instanceof Outcome.Refused refused) {
      return "refused: " + refused.reason() + ": " + refused.message();
    }
    return "already redelivered: another letter of the same record";
  }

  private static void put(Map<String, Object> json, LetterRedelivered time) {
    json.put("topic", time.topic());
    json.put("partition", time.redelivered().partition());
    json.put("offset", time.redelivered().offset());
    json.put("attempt", time.attempt());
    json.put("at", time.redeliveredAt().toString());
  }
}
