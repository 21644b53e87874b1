package dev.linchpin.app.bench.contender;

import dev.linchpin.scoring.ScoringSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic and copies every value into a buffer, nothing else: what the log itself gives. It
 * has the monitor's consumer settings, but for larger fetches.
 */
public final class PlainConsumer {
  private static final int MEBIBYTE = 1 << 20;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> settings;
  private final String topic;
  private final long records;
  private final AtomicLong count = new AtomicLong();
  private final Usage usage = new Usage(ProcessHandle.current());
  private final Marks marks;

  /**
   * A reader.
   *
   * @param client settings of the cluster
   * @param group a group of its own
   * @param records how many are there
   */
  public PlainConsumer(Map<String, String> client, String group, String topic, long records) {
    this.settings = settings(client, group);
    this.topic = topic;
    this.records = records;
    this.marks = Marks.middle(records, usage);
  }

  /** The monitor's consumer settings with fetches as large as suits somebody who only copies. */
  static Map<String, Object> settings(Map<String, String> client, String group) {
    Map<String, Object> settings = new HashMap<>();
    new ScoringSettings(group, client, 1)
        .streams()
        .forEach(
            (name, value) -> {
              if (ConsumerConfig.configNames().contains(name.toString())) {
                settings.put(name.toString(), value);
              }
            });
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * MEBIBYTE);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 64 * MEBIBYTE);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    return settings;
  }

  /**
   * Reads all records, each once.
   *
   * @param threads consumers that share the partitions
   */
  public Run run(int threads) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        readers.add(executor.submit(this::read));
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
    return new Run(marks.between(0, 1), usage.peakMb());
  }

  private void read() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      byte[] buffer = new byte[MEBIBYTE];
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (count.get() < records) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> step : polled) {
          buffer = copy(step.value(), buffer);
        }
        marks.observe(count.addAndGet(polled.count()));
        deadline = polled.isEmpty() ? deadline : System.nanoTime() + PATIENCE.toNanos();
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("no more records after " + count.get());
        }
      }
    }
  }

  private static byte[] copy(byte[] value, byte[] buffer) {
    byte[] target = buffer.length < value.length ? new byte[value.length] : buffer;
    System.arraycopy(value, 0, target, 0, value.length);
    return target;
  }
}
