package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.inference.Outgoing.Weight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OutboxTest {

  private final OutboxMetrics metrics = OutboxMetrics.in(new SimpleMeterRegistry());
  private final FakeSender sender = new FakeSender();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofMillis(300), pauses::add);
  private Outbox outbox = outbox(WhenFull.BLOCK);

  @AfterEach
  void close() {
    sender.gate.countDown();
    outbox.close();
  }

  @Test
  void shouldSendInOrderAndTellOfAcknowledgement() throws Exception {
    outbox.start();

    CompletableFuture<Void> first = outbox.put(record(Weight.LIGHT, "a"));
    CompletableFuture<Void> second = outbox.put(record(Weight.LIGHT, "b"));

    await(first);
    await(second);
    assertThat(sender.sent).containsExactly("a", "b");
    assertThat(metrics.sent().count()).isEqualTo(2);
  }

  @Test
  void shouldTryAgainWithGrowingWaitsUntilTheClusterIsBack() throws Exception {
    sender.refusals.addAll(
        Collections.nCopies(4, new TimeoutException("Topic steps not present in metadata")));
    outbox.start();

    CompletableFuture<Void> first = outbox.put(record(Weight.LIGHT, "a"));
    CompletableFuture<Void> second = outbox.put(record(Weight.LIGHT, "b"));

    await(first);
    await(second);
    assertThat(sender.sent).containsExactly("a", "b");
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 300L, 300L);
    assertThat(metrics.retried().count()).isEqualTo(4);
    assertThat(metrics.failed().count()).isZero();
  }

  @Test
  void shouldGiveUpARecordThatIsRefusedForGoodAndGoOn() throws Exception {
    sender.refusals.add(new RecordTooLargeException("too large"));
    outbox.start();

    CompletableFuture<Void> first = outbox.put(record(Weight.LIGHT, "a"));
    CompletableFuture<Void> second = outbox.put(record(Weight.LIGHT, "b"));

    await(second);
    assertThatThrownBy(() -> await(first))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RecordTooLargeException.class);
    assertThat(metrics.failed().count()).isEqualTo(1);
  }

  @Test
  void shouldCountARecordThatTheClusterRefusesLater() throws Exception {
    sender.outcome = Optional.of(new RecordTooLargeException("too large"));
    outbox.start();

    CompletableFuture<Void> refused = outbox.put(record(Weight.HEAVY, "a"));

    assertThatThrownBy(() -> await(refused)).hasCauseInstanceOf(RecordTooLargeException.class);
    assertThat(metrics.failed().count()).isEqualTo(1);
  }

  @Test
  void shouldNotMakeTheCallerWaitForABlockedClusterWhileThereIsRoom() throws Exception {
    sender.gate = new CountDownLatch(1);
    outbox.start();

    CompletableFuture<Void> first = outbox.put(record(Weight.HEAVY, "a"));
    CompletableFuture<Void> second = outbox.put(record(Weight.HEAVY, "b"));

    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    sender.gate.countDown();
    await(second);
  }

  @Test
  void shouldCountADroppedRecordAsSettled() throws Exception {
    outbox = outbox(WhenFull.DROP_ACTIVATIONS);
    sender.gate = new CountDownLatch(1);
    outbox.start();
    for (int i = 0; i < 8; i++) {
      var unused = outbox.put(record(Weight.HEAVY, "kept"));
    }

    CompletableFuture<Void> dropped = outbox.put(record(Weight.HEAVY, "dropped"));

    await(dropped);
    assertThat(metrics.dropped().count()).isEqualTo(1);
  }

  @Test
  void shouldSendWhatItHasBeforeItCloses() throws Exception {
    outbox.start();
    CompletableFuture<Void> record = outbox.put(record(Weight.LIGHT, "a"));

    outbox.close();

    assertThat(record).isCompleted();
    assertThatThrownBy(() -> outbox.put(record(Weight.LIGHT, "b")))
        .isInstanceOf(IllegalStateException.class);
  }

  private Outbox outbox(WhenFull whenFull) {
    SendBuffer buffer = new SendBuffer(1000, whenFull, metrics);
    return new Outbox(buffer, sender, metrics, backoff);
  }

  private static Outgoing record(Weight weight, String value) {
    return new Outgoing(weight, 100, () -> new ProducerRecord<>("steps", value.getBytes(UTF_8)));
  }

  private static void await(CompletableFuture<Void> future) throws Exception {
    future.get(10, TimeUnit.SECONDS);
  }

  /** Refuses as often as it is told to, then waits at its gate, then gives one outcome to all. */
  private static final class FakeSender implements RecordSender {
    final Queue<RuntimeException> refusals = new ArrayDeque<>();
    final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Optional<Exception> outcome = Optional.empty();

    @Override
    public void send(ProducerRecord<byte[], byte[]> record, Consumer<Optional<Exception>> told) {
      RuntimeException refusal = refusals.poll();
      if (refusal != null) {
        throw refusal;
      }
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      sent.add(new String(record.value(), UTF_8));
      told.accept(outcome);
    }

    @Override
    public void close() {}
  }
}
