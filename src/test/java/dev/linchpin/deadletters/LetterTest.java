package dev.linchpin.deadletters;

import static dev.linchpin.deadletters.LetterSamples.TOPIC;
import static dev.linchpin.deadletters.LetterSamples.headers;
import static dev.linchpin.deadletters.LetterSamples.letter;
import static dev.linchpin.deadletters.LetterSamples.origin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.DeadLetter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetterTest {

  @Test
  void shouldSayWhatWasWrong() {
    // When
    Letter letter = letter(17);

    // Then
    assertThat(letter.id()).hasToString("0:17");
    assertThat(letter.cause().reason()).isEqualTo("MALFORMED");
    assertThat(letter.origin()).contains(origin("MALFORMED", TOPIC, 17));
    assertThat(letter.attempt()).isZero();
    assertThat(letter.size()).isEqualTo(3);
  }

  @Test
  void shouldSayThatSomebodyElseWroteIt() {
    // Given
    Headers foreign = new RecordHeaders().add("theirs", null);

    // When
    Letter letter = letter(0, foreign, null, null);

    // Then
    assertThat(letter.cause()).isEqualTo(new Cause.Unknown("NO_HEADERS", "no linchpin headers"));
    assertThat(letter.origin()).isEmpty();
    assertThat(letter.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        DeadLetter.TOPIC + " | | expected a header linchpin.dead-letter.topic, got none",
        DeadLetter.OFFSET + " | many | For input string: \"many\""
      })
  void shouldSayWhichHeaderCannotBeRead(String name, String value, String message) {
    // Given
    Headers damaged = headers(origin("EMPTY", TOPIC, 0)).remove(name);
    if (value != null) {
      damaged.add(name, value.getBytes(UTF_8));
    }

    // When
    Cause cause = letter(0, damaged, null, null).cause();

    // Then
    assertThat(cause)
        .isEqualTo(
            new Cause.Unknown("UNREADABLE_HEADERS", "unreadable linchpin headers: " + message));
  }

  @Test
  void shouldKnowHowOftenItWasPutBackBefore() {
    // Given
    Headers again = new RedeliveryMark(LetterId.of(1, 4), 3).on(new RecordHeaders());
    origin("EMPTY", TOPIC, 0).writeTo(again);

    // When
    Letter letter = letter(0, again, null, new byte[1]);

    // Then
    assertThat(letter.attempt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"1:4, none", "1:4, -2", "x, 2"})
  void shouldPassOverAMarkThatCannotBeRead(String from, String attempt) {
    // Given
    Headers headers = headers(origin("EMPTY", TOPIC, 0));
    headers.add(RedeliveryMark.LETTER, from.getBytes(UTF_8));
    headers.add(RedeliveryMark.ATTEMPT, attempt.getBytes(UTF_8));

    // When
    Letter letter = letter(0, headers, null, new byte[1]);

    // Then
    assertThat(letter.attempt()).isZero();
  }
}
