package dev.linchpin.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

final class UncaughtPolicyTest {
  private final AtomicBoolean closing = new AtomicBoolean();
  private final UncaughtPolicy policy = new UncaughtPolicy("Testing", closing::get);

  @Test
  void shouldReplaceTheThreadAfterAFailureThatMayPass() {
    // When
    StreamThreadExceptionResponse response =
        policy.handle(new StreamsException("task failed", new TimeoutException("broker is away")));

    // Then
    assertThat(response).isEqualTo(REPLACE_THREAD);
    assertThat(policy.failure()).isEmpty();
  }

  @Test
  void shouldStopAndKeepTheFirstReasonOtherwise() {
    // Given
    IllegalStateException reason = new IllegalStateException("broken");
    StreamThreadExceptionResponse response = policy.handle(new StreamsException("failed", reason));

    // When
    StreamThreadExceptionResponse second = policy.handle(new IllegalStateException("later"));

    // Then
    assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(second).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.failure()).contains(reason);
  }

  @Test
  void shouldNotReplaceAThreadWhenClosing() {
    // Given
    closing.set(true);

    // When
    StreamThreadExceptionResponse response = policy.handle(new TimeoutException("broker is away"));

    // Then
    assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
  }
}
