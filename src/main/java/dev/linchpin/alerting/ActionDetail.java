package dev.linchpin.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linchpin.wire.OperatorActed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the detail of an operator's action says, as JSON. */
public final class ActionDetail {
  /** Longest note, in characters. */
  public static final int LONGEST_NOTE = 2000;

  /** Longest mute: 30 days. */
  public static final Duration LONGEST_MUTE = Duration.ofDays(30);

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ActionDetail() {}

  /**
   * Of an acknowledgement.
   *
   * @throws RefusedActionException if the note is too long
   */
  public static String ofNote(String note) {
    if (note.length() > LONGEST_NOTE) {
      throw new RefusedActionException(
          "note: expected at most %d characters, got %d".formatted(LONGEST_NOTE, note.length()));
    }
    return write(note.isBlank() ? Map.of() : Map.of("note", note));
  }

  /**
   * Of a mute.
   *
   * @param minutes from 1 to {@link #LONGEST_MUTE}
   * @throws RefusedActionException if they are not
   */
  public static String ofMinutes(long minutes) {
    requireMinutes(minutes);
    return write(Map.of("minutes", minutes));
  }

  /** Of a change of a rule. */
  public static String ofRule(AlertRule rule) {
    return write(rule);
  }

  static Optional<String> note(OperatorActed acted) {
    JsonNode note = read(acted).path("note");
    return note.isTextual() ? Optional.of(note.asText()) : Optional.empty();
  }

  static Duration minutes(OperatorActed acted) {
    JsonNode minutes = read(acted).path("minutes");
    if (!minutes.canConvertToLong() || !minutes.isIntegralNumber()) {
      throw new RefusedActionException("minutes: expected a whole number, got " + minutes);
    }
    requireMinutes(minutes.asLong());
    return Duration.ofMinutes(minutes.asLong());
  }

  static AlertRule rule(OperatorActed acted) {
    AlertRule rule = rule(acted.detail());
    if (!rule.id().equals(acted.target())) {
      throw new RefusedActionException(
          "expected rule %s, got %s".formatted(acted.target(), rule.id()));
    }
    return rule;
  }

  static AlertRule rule(String json) {
    try {
      return JSON.readValue(json, AlertRule.class);
    } catch (JsonProcessingException e) {
      throw new RefusedActionException("expected a rule, got " + e.getOriginalMessage());
    }
  }

  private static void requireMinutes(long minutes) {
    if (minutes < 1 || minutes > LONGEST_MUTE.toMinutes()) {
      throw new RefusedActionException(
          "minutes: expected 1 to %d, got %d".formatted(LONGEST_MUTE.toMinutes(), minutes));
    }
  }

  private static JsonNode read(OperatorActed acted) {
    try {
      return JSON.readTree(acted.detail());
    } catch (JsonProcessingException e) {
      throw new RefusedActionException("expected JSON, got " + e.getOriginalMessage());
    }
  }

  private static String write(Object detail) {
    try {
      return JSON.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected what JSON can say, got " + detail, e);
    }
  }
}
