package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.inference.Outgoing.Weight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SendBufferTest {

  private final OutboxMetrics metrics = OutboxMetrics.in(new SimpleMeterRegistry());

  @Test
  void shouldGiveRecordsInOrderAndKeepTheirPlaceUntilReleased() throws Exception {
    SendBuffer buffer = new SendBuffer(100, WhenFull.BLOCK, metrics);
    Outgoing first = record(Weight.LIGHT, 10);
    Outgoing second = record(Weight.HEAVY, 50);
    buffer.put(first);
    buffer.put(second);

    assertThat(buffer.take()).isSameAs(first);
    assertThat(buffer.take()).isSameAs(second);
    assertThat(buffer.used()).isEqualTo(60);

    buffer.release(first);
    assertThat(buffer.used()).isEqualTo(50);
  }

  @Test
  void shouldMakeTheCallerWaitForRoomWhenItBlocks() throws Exception {
    SendBuffer buffer = new SendBuffer(100, WhenFull.BLOCK, metrics);
    Outgoing first = record(Weight.HEAVY, 80);
    buffer.put(first);

    CompletableFuture<Boolean> second = putElsewhere(buffer, record(Weight.HEAVY, 80));
    await(() -> metrics.blocked().count() == 1);
    assertThat(second).isNotDone();
    assertThat(buffer.used()).isEqualTo(80);

    buffer.release(first);
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(buffer.used()).isEqualTo(80);
    assertThat(metrics.dropped().count()).isZero();
  }

  @Test
  void shouldDropHeavyAndKeepLightRecordsWhenItDrops() throws Exception {
    SendBuffer buffer = new SendBuffer(800, WhenFull.DROP_ACTIVATIONS, metrics);

    assertThat(buffer.put(record(Weight.HEAVY, 700))).isTrue();
    assertThat(buffer.put(record(Weight.HEAVY, 1))).isFalse();
    assertThat(buffer.put(record(Weight.LIGHT, 100))).isTrue();

    assertThat(metrics.dropped().count()).isEqualTo(1);
    assertThat(metrics.blocked().count()).isZero();
    assertThat(buffer.used()).isEqualTo(800);
  }

  @Test
  void shouldMakeLightRecordsWaitWhenEvenTheirShareIsFull() throws Exception {
    SendBuffer buffer = new SendBuffer(800, WhenFull.DROP_ACTIVATIONS, metrics);
    Outgoing first = record(Weight.LIGHT, 800);
    buffer.put(first);

    CompletableFuture<Boolean> second = putElsewhere(buffer, record(Weight.LIGHT, 1));
    await(() -> metrics.blocked().count() == 1);
    buffer.release(first);

    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldTakeARecordLargerThanItselfWhenEmpty() throws Exception {
    SendBuffer buffer = new SendBuffer(100, WhenFull.DROP_ACTIVATIONS, metrics);

    assertThat(buffer.put(record(Weight.HEAVY, 101))).isTrue();
  }

  @Test
  void shouldTellWhetherEverythingWasReleasedInTime() throws Exception {
    SendBuffer buffer = new SendBuffer(100, WhenFull.BLOCK, metrics);
    Outgoing record = record(Weight.LIGHT, 1);
    buffer.put(record);

    assertThat(buffer.awaitEmpty(Duration.ZERO)).isFalse();
    buffer.release(record);
    assertThat(buffer.awaitEmpty(Duration.ZERO)).isTrue();
  }

  private static CompletableFuture<Boolean> putElsewhere(SendBuffer buffer, Outgoing record) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return buffer.put(record);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static Outgoing record(Weight weight, long bytes) {
    return new Outgoing(
        weight,
        bytes,
        () -> {
          throw new AssertionError("not asked for");
        });
  }
}
