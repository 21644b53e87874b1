package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class DeadLetterTest {

  private static final DeadLetter LETTER =
      new DeadLetter(
          "MALFORMED",
          "activations",
          new LogAddress(3, 12345678901L),
          Instant.ofEpochMilli(1_795_000_000_123L),
          "expected 4 more bytes, got 3 – ü");

  @Test
  void shouldReadWhatItWrote() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    LETTER.writeTo(headers);

    // When
    DeadLetter back = DeadLetter.of(headers);

    // Then
    assertThat(back).isEqualTo(LETTER);
  }

  @Test
  void shouldReplaceTheHeadersOfAnEarlierTimeAndKeepOthers() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    headers.add(DeadLetter.REASON, new byte[] {1}).add("trace", new byte[] {2});

    // When
    LETTER.writeTo(headers);

    // Then
    assertThat(headers.headers(DeadLetter.REASON)).hasSize(1);
    assertThat(headers.lastHeader("trace").value()).containsExactly(2);
  }

  @Test
  void shouldSayWhichHeaderIsMissing() {
    // When, Then
    assertThatThrownBy(() -> DeadLetter.of(new RecordHeaders()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(DeadLetter.REASON);
  }

  @Test
  void shouldTakeAHeaderWithoutValueForMissing() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    LETTER.writeTo(headers);
    headers.remove(DeadLetter.TOPIC).add(DeadLetter.TOPIC, null);

    // When, Then
    assertThatThrownBy(() -> DeadLetter.of(headers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a header linchpin.dead-letter.topic, got none");
  }
}
