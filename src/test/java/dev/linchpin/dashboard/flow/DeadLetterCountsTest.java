package dev.linchpin.dashboard.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.DeadLetter;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class DeadLetterCountsTest {
  private final DeadLetterCounts counts = new DeadLetterCounts();

  @Test
  void shouldCountByReasonAndInTotal() {
    // Given
    counts.passOver(100);

    // When
    counts.count(letter("MALFORMED"));
    counts.count(letter("MALFORMED"));
    counts.count(letter("NO_PROBE"));
    counts.count(new RecordHeaders());
    counts.count(new RecordHeaders().add(DeadLetter.REASON, null));

    // Then
    assertThat(counts.totals())
        .isEqualTo(
            new DeadLetterTotals(105, Map.of("MALFORMED", 2L, "NO_PROBE", 1L, "UNKNOWN", 2L), 100));
  }

  @Test
  void shouldPutReasonsBeyondTheFirstFiftyTogether() {
    // When
    for (int i = 0; i < 60; i++) {
      counts.count(letter("R" + i));
    }
    counts.count(letter("R0"));

    // Then
    assertThat(counts.totals().total()).isEqualTo(61);
    assertThat(counts.totals().byReason())
        .hasSize(51)
        .containsEntry("OTHER", 10L)
        .containsEntry("R0", 2L);
  }

  private static Headers letter(String reason) {
    return new RecordHeaders().add(DeadLetter.REASON, reason.getBytes(UTF_8));
  }
}
