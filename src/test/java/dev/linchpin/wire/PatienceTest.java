package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private final List<Duration> waits = new ArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void shouldWaitLongerEachTimeUpToALimit() {
    // Given
    Patience patience = new Patience(waits::add, () -> false);

    // When
    String result = patience.insist(() -> succeedAt(9));

    // Then
    assertThat(result).isEqualTo("done");
    assertThat(waits)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
  }

  @Test
  void shouldGiveUpWhenClosing() {
    // Given
    Patience patience = new Patience(waits::add, () -> waits.size() == 2);

    // Then
    assertThatThrownBy(() -> patience.insist(() -> succeedAt(9)))
        .isInstanceOf(TimeoutException.class);
    assertThat(waits).hasSize(2);
  }

  @Test
  void shouldNotRetryWhatWillNotPass() {
    // Given
    Patience patience = new Patience(waits::add, () -> false);

    // Then
    assertThatThrownBy(
            () ->
                patience.insist(
                    () -> {
                      throw new KafkaException("no");
                    }))
        .hasMessage("no");
    assertThat(waits).isEmpty();
  }

  private String succeedAt(int attempt) {
    if (attempts.incrementAndGet() < attempt) {
      throw new TimeoutException("away");
    }
    return "done";
  }
}
