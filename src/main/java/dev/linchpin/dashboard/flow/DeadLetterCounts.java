package dev.linchpin.dashboard.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.log.RawTail;
import dev.linchpin.log.Start;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Counts dead letters by reason. Thread-safe. */
final class DeadLetterCounts {
  /** Offsets of each partition that are read at the start; a letter can be large. */
  private static final long MOST_READ = 20_000;

  private static final int MOST_REASONS = 50;
  private static final String UNKNOWN = "UNKNOWN";
  private static final String OTHER = "OTHER";

  private final Map<String, Long> byReason = new TreeMap<>();
  private long notRead;

  /** Counts from now on what a cluster has and gets, in a thread of its own. */
  TopicFollower follow(Cluster cluster) {
    Topic<byte[]> topic = cluster.topics().deadLetters();
    Cluster impatient = TopicFollower.impatient(cluster);
    return TopicFollower.start(
        topic.name(),
        patience -> {
          RawTail tail = new RawTail(impatient, topic, Start.latest(MOST_READ), patience);
          passOver(tail.behind());
          return new Counting(tail);
        });
  }

  /** A letter with these headers. */
  synchronized void count(Headers headers) {
    Header reason = headers.lastHeader(DeadLetter.REASON);
    String name =
        reason == null || reason.value() == null ? UNKNOWN : new String(reason.value(), UTF_8);
    boolean fits = byReason.containsKey(name) || byReason.size() < MOST_REASONS;
    byReason.merge(fits ? name : OTHER, 1L, Long::sum);
  }

  /** Letters that are not read. */
  synchronized void passOver(long letters) {
    notRead = letters;
  }

  /** What was counted so far. */
  synchronized DeadLetterTotals totals() {
    long read = byReason.values().stream().mapToLong(Long::longValue).sum();
    return new DeadLetterTotals(read + notRead, byReason, notRead);
  }

  /** Hands the headers of all records to the counts. */
  private final class Counting implements TopicFollower.Reader {
    private final RawTail tail;

    Counting(RawTail tail) {
      this.tail = tail;
    }

    @Override
    public void catchUp() {
      tail.readToEnd(letter -> count(letter.headers()));
    }

    @Override
    public void poll(Duration timeout) {
      tail.poll(timeout, letter -> count(letter.headers()));
    }

    @Override
    public void close() {
      tail.close();
    }
  }
}
