package dev.linchpin.deadletters;

import static dev.linchpin.deadletters.LetterSamples.TIME;
import static dev.linchpin.deadletters.LetterSamples.TOPIC;
import static dev.linchpin.deadletters.LetterSamples.letter;
import static dev.linchpin.deadletters.LetterSamples.origin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class LetterFilterTest {
  private static final Letter LETTER = letter(0, origin("MALFORMED", TOPIC, 0), "chain-ü");
  private static final Letter FOREIGN =
      letter(1, new RecordHeaders(), "chain-ü".getBytes(UTF_8), new byte[1]);

  @Test
  void shouldMeanAnyOfSeveralReasons() {
    assertThat(reasons("EMPTY", "MALFORMED").matches(LETTER)).isTrue();
    assertThat(reasons("EMPTY").matches(LETTER)).isFalse();
    assertThat(reasons("NO_HEADERS").matches(FOREIGN)).isTrue();
  }

  @Test
  void shouldMeanTheTopicByItsFullName() {
    assertThat(topic(TOPIC).matches(LETTER)).isTrue();
    assertThat(topic("activations").matches(LETTER)).isFalse();
  }

  @Test
  void shouldMeanTimesFromTheFirstAndBeforeTheLast() {
    assertThat(times(TIME, TIME.plusMillis(1)).matches(LETTER)).isTrue();
    assertThat(times(TIME.plusMillis(1), TIME.plusMillis(2)).matches(LETTER)).isFalse();
    assertThat(times(TIME.minusMillis(1), TIME).matches(LETTER)).isFalse();
  }

  @Test
  void shouldMeanTheKey() {
    assertThat(chain("chain-ü").matches(LETTER)).isTrue();
    assertThat(chain("chain").matches(LETTER)).isFalse();
    assertThat(chain("").matches(letter(0, new RecordHeaders(), null, null))).isFalse();
  }

  @Test
  void shouldNotMeanALetterThatSaysNothingOfWhatIsAskedFor() {
    assertThat(topic(TOPIC).matches(FOREIGN)).isFalse();
    assertThat(times(Instant.EPOCH, TIME).matches(FOREIGN)).isFalse();
    assertThat(chain("chain-ü").matches(FOREIGN)).isTrue();
    assertThat(LetterFilter.ALL.matches(FOREIGN)).isTrue();
  }

  @Test
  void shouldMeetEveryCondition() {
    // Given
    LetterFilter filter =
        new LetterFilter(
            Set.of("MALFORMED"),
            Optional.of(TOPIC),
            Optional.of(TIME),
            Optional.empty(),
            Optional.of("another"));

    // When, Then
    assertThat(filter.matches(LETTER)).isFalse();
  }

  @Test
  void shouldRefuseAnEndThatIsNotAfterTheBeginning() {
    // When, Then
    assertThatThrownBy(() -> times(TIME, TIME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a time after " + TIME + ", got " + TIME);
  }

  private static LetterFilter reasons(String... reasons) {
    return new LetterFilter(
        Set.of(reasons), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LetterFilter topic(String topic) {
    return new LetterFilter(
        Set.of(), Optional.of(topic), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LetterFilter times(Instant since, Instant until) {
    return new LetterFilter(
        Set.of(), Optional.empty(), Optional.of(since), Optional.of(until), Optional.empty());
  }

  private static LetterFilter chain(String chain) {
    return new LetterFilter(
        Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(chain));
  }
}
