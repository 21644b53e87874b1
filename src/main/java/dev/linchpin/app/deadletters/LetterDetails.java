package dev.linchpin.app.deadletters;

import dev.linchpin.deadletters.HexDump;
import dev.linchpin.deadletters.Letter;
import dev.linchpin.deadletters.Reading;
import dev.linchpin.deadletters.Redeliveries;
import dev.linchpin.wire.LetterRedelivered;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.kafka.common.header.Header;

/**
 * What {@code linchpin dead-letters show} prints.
 *
 * @param letter the letter
 * @param replayed how often its record was put back since it became this letter
 * @param last the last time
 * @param now what the decoder makes of it now
 * @param limit of its value, the first bytes that are shown
 */
record LetterDetails(
    Letter letter, int replayed, Optional<LetterRedelivered> last, Reading now, int limit) {

  static LetterDetails of(Letter letter, Redeliveries redeliveries, Reading now, int limit) {
    return new LetterDetails(
        letter, redeliveries.times(letter), redeliveries.last(letter), now, limit);
  }

  /** A line for each field and each header, then the bytes. */
  String text() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    Map<String, Object> fields = new LinkedHashMap<>();
    LetterLine.putLetter(fields, letter);
    fields.put("key", LetterText.of(letter.key()));
    fields.put("bytes", letter.value() == null ? "no value" : letter.size());
    fields.put("replayed", replayed);
    last.ifPresent(time -> fields.put("lastReplay", OutcomeLine.place(time)));
    fields.put("now", now.text());
    fields.forEach((name, value) -> lines.add(line(name, LetterText.oneLine(value.toString()))));
    for (Header header : letter.headers()) {
      lines.add(line("header " + LetterText.oneLine(header.key()), LetterText.of(header.value())));
    }
    if (letter.value() != null) {
      HexDump.lines(letter.value(), limit).forEach(lines::add);
    }
    return lines.toString();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    LetterLine.putLetter(json, letter);
    if (letter.key() != null) {
      json.put("keyHex", HexFormat.of().formatHex(letter.key()));
    }
    json.put("replayed", replayed);
    last.ifPresent(time -> json.put("lastReplay", lastReplay(time)));
    json.put("now", json(now));
    json.put("headers", headers());
    if (letter.value() != null) {
      json.put("hex", HexFormat.of().formatHex(letter.value(), 0, Math.min(limit, letter.size())));
    }
    return json;
  }

  private List<Map<String, Object>> headers() {
    List<Map<String, Object>> headers = new ArrayList<>();
    for (Header header : letter.headers()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", header.key());
      json.put("value", LetterText.of(header.value()));
      headers.add(json);
    }
    return headers;
  }

  private static Map<String, Object> json(Reading now) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (now instanceof Reading.Decodable decodable) {
      json.put("decodable", true);
      json.put("record", decodable.name());
    } else if (now instanceof Reading.Undecodable fault) {
      json.put("decodable", false);
      json.put("reason", fault.reason());
      json.put("message", fault.message());
    } else if (now instanceof Reading.Unclear unclear) {
      json.put("message", unclear.message());
    }
    return json;
  }

  private static Map<String, Object> lastReplay(LetterRedelivered time) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", time.topic());
    json.put("partition", time.redelivered().partition());
    json.put("offset", time.redelivered().offset());
    json.put("attempt", time.attempt());
    json.put("at", time.redeliveredAt().toString());
    return json;
  }

  private static String line(String name, String value) {
    return "%-36s %s".formatted(name, value);
  }
}
