package dev.linchpin.app.bench.load;

import dev.linchpin.app.bench.report.Latencies;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their end on, in a thread of its own, and notes when each record could be read
 * and when what it tells of was due.
 */
public final class Arrivals implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LOOK_NANOS = 10_000_000;
  private static final int FETCH_BYTES = 16 << 20;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ToLongFunction<ConsumerRecord<byte[], byte[]>> due;
  private final SteadyClock clock;
  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::read, "linchpin-bench-arrivals");
  private volatile boolean closing;

  private record Arrival(long due, long readable) {}

  /**
   * Begins to read; what is published from the return on is seen.
   *
   * @param due when that of which a record tells was due, microseconds since 1970
   */
  public Arrivals(
      BenchCluster cluster,
      List<Topic<?>> topics,
      ToLongFunction<ConsumerRecord<byte[], byte[]>> due,
      SteadyClock clock) {
    this.due = due;
    this.clock = clock;
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = topics.stream().flatMap(Arrivals::partitions).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.start();
  }

  /** How many have come that were due since a moment. */
  public long countSince(long from) {
    return arrivals.stream().filter(arrival -> arrival.due >= from).count();
  }

  /**
   * Waits until all that was sent has come, or for {@code patience}, and tells how long each took
   * from when it was due.
   */
  public Latencies of(OpenLoop.Sent sent, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (millis(sent).size() < sent.steps() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    double[] millis = millis(sent).stream().mapToDouble(Double::doubleValue).toArray();
    return new Latencies(millis, sent.steps());
  }

  /** Forgets what came so far. */
  public void clear() {
    arrivals.clear();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Double> millis(OpenLoop.Sent sent) {
    return arrivals.stream()
        .filter(arrival -> arrival.due >= sent.from() && arrival.due < sent.to())
        .map(arrival -> (arrival.readable - arrival.due) / 1e3)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void read() {
    try (consumer) {
      while (!closing) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        long readable = clock.micros();
        polled.forEach(event -> arrivals.add(new Arrival(due.applyAsLong(event), readable)));
      }
    } catch (WakeupException e) {
      // Closed.
    }
  }

  private static Stream<TopicPartition> partitions(Topic<?> topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }
}
