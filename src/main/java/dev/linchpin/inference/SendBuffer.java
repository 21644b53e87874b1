package dev.linchpin.inference;

import dev.linchpin.inference.Outgoing.Weight;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Records that wait to be sent or acknowledged, bounded in bytes. A record takes its place when it
 * is put and gives it back when it is released. A record larger than the whole buffer is taken when
 * the buffer is empty.
 */
final class SendBuffer {

  /** One part in so many of a dropping buffer is closed to heavy records. */
  private static final int LIGHT_SHARE = 8;

  private final long capacity;
  private final WhenFull whenFull;
  private final OutboxMetrics metrics;
  private final Queue<Outgoing> waiting = new ArrayDeque<>();
  private long used;

  /**
   * @param capacity bytes
   */
  SendBuffer(long capacity, WhenFull whenFull, OutboxMetrics metrics) {
    this.capacity = capacity;
    this.whenFull = whenFull;
    this.metrics = metrics;
  }

  /**
   * Takes a record in, or waits, or drops it, as the policy says.
   *
   * @return whether it was taken
   */
  synchronized boolean put(Outgoing record) throws InterruptedException {
    if (drops(record)) {
      metrics.dropped().increment();
      return false;
    }
    if (!fits(record, capacity)) {
      awaitRoom(record);
    }
    waiting.add(record);
    used += record.bytes();
    notifyAll();
    return true;
  }

  /** The next record to send, waiting for one. It keeps its place in the buffer. */
  synchronized Outgoing take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    return waiting.remove();
  }

  /** Gives a record's place back: it was acknowledged, or given up. */
  synchronized void release(Outgoing record) {
    used -= record.bytes();
    notifyAll();
  }

  /** The records that nobody has taken; they stay counted until released. */
  synchronized List<Outgoing> takeAll() {
    List<Outgoing> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  /** Waits until every record has been released; says whether that came true in time. */
  synchronized boolean awaitEmpty(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (used > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /** Bytes of the records that have not been released. */
  synchronized long used() {
    return used;
  }

  /** Most bytes of records that have not been released. */
  long capacity() {
    return capacity;
  }

  private boolean drops(Outgoing record) {
    return whenFull == WhenFull.DROP_ACTIVATIONS
        && record.weight() == Weight.HEAVY
        && !fits(record, capacity - capacity / LIGHT_SHARE);
  }

  private boolean fits(Outgoing record, long limit) {
    return used == 0 || used + record.bytes() <= limit;
  }

  private void awaitRoom(Outgoing record) throws InterruptedException {
    metrics.blocked().increment();
    while (!fits(record, capacity)) {
      wait();
    }
  }
}
