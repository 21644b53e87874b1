package dev.linchpin.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TopicFollowerTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @Test
  void shouldCatchUpThenGoOnAndCloseItsReader() throws Exception {
    // Given
    ScriptedReader reader = new ScriptedReader(List.of());

    // When
    try (TopicFollower follower = TopicFollower.start("t", patience -> reader, AT_ONCE)) {
      assertThat(next(2)).containsExactly("catch up", "poll");
      assertThat(follower.isCaughtUp()).isTrue();
    }

    // Then
    assertThat(reader.closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldGoOnWithTheSameReaderAfterAFault() throws Exception {
    // Given
    ScriptedReader reader =
        new ScriptedReader(List.of(new TimeoutException("away"), new AuthorizationException("no")));

    // When
    try (TopicFollower follower = TopicFollower.start("t", patience -> reader, AT_ONCE)) {
      assertThat(follower).isNotNull();

      // Then
      assertThat(next(4)).containsExactly("catch up", "catch up", "catch up", "poll");
    }
  }

  @Test
  void shouldOpenItsReaderAgainWhenThatFails() throws Exception {
    // Given
    List<String> attempts = Collections.synchronizedList(new ArrayList<>());
    ScriptedReader reader = new ScriptedReader(List.of());
    TopicFollower.Opening opening =
        patience -> {
          attempts.add("open");
          if (attempts.size() < 3) {
            throw new TimeoutException("away");
          }
          return reader;
        };

    // When
    try (TopicFollower follower = TopicFollower.start("t", opening, AT_ONCE)) {
      assertThat(follower).isNotNull();
      assertThat(next(1)).containsExactly("catch up");
    }

    // Then
    assertThat(attempts).hasSize(3);
  }

  @Test
  void shouldNotWaitForWhatIsAwayOnceItIsClosed() throws Exception {
    // Given
    CountDownLatch waiting = new CountDownLatch(1);
    TopicFollower.Opening opening =
        patience ->
            patience.insist(
                () -> {
                  waiting.countDown();
                  throw new TimeoutException("away");
                });
    TopicFollower follower = TopicFollower.start("t", opening);
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

    // When
    follower.close();

    // Then
    assertThat(follower.isCaughtUp()).isFalse();
    assertThat(follower.isRunning()).isFalse();
  }

  private List<String> next(int count) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    while (seen.size() < count) {
      seen.add(done.take());
    }
    return seen;
  }

  /** Fails as often as it is told to, while it catches up. */
  private final class ScriptedReader implements TopicFollower.Reader {
    private final List<RuntimeException> faults;
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedReader(List<? extends RuntimeException> faults) {
      this.faults = new ArrayList<>(faults);
    }

    @Override
    public void catchUp() {
      done.add("catch up");
      if (!faults.isEmpty()) {
        throw faults.remove(0);
      }
    }

    @Override
    public void poll(Duration timeout) {
      done.add("poll");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
