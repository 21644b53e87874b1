package dev.linchpin.archive;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.LogAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records in order and says where they lie. For one thread. */
final class ImportSender implements AutoCloseable {
  /** Most records on their way; their bytes are bounded by the producer's memory. */
  private static final int MOST_PENDING = 1000;

  private static final int SLACK = 1 << 20;
  private static final long LEAST_MEMORY = 32L << 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Deque<Pending> pending = new ArrayDeque<>();

  private record Pending(String topic, Future<RecordMetadata> sent, Consumer<LogAddress> stored) {}

  ImportSender(Map<String, ?> client, Collection<LiveTopic> topics) {
    int largest = topics.stream().mapToInt(LiveTopic::maxMessageBytes).max().orElse(SLACK);
    this.producer =
        new KafkaProducer<>(
            settings(client, largest), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Hands a record over; {@code stored} hears of it when it is there, at the latest by drain. */
  void send(ProducerRecord<byte[], byte[]> record, Consumer<LogAddress> stored) {
    if (pending.size() == MOST_PENDING) {
      settle(pending.remove());
    }
    pending.add(new Pending(record.topic(), producer.send(record), stored));
  }

  /** Returns when all that was handed over is there. */
  void drain() {
    producer.flush();
    while (!pending.isEmpty()) {
      settle(pending.remove());
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static void settle(Pending record) {
    try {
      RecordMetadata at = Answers.of(record.sent());
      record.stored().accept(new LogAddress(at.partition(), at.offset()));
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new KafkaException(
          "could not write to %s, run the import again and it goes on: %s"
              .formatted(record.topic(), e.getMessage()),
          e);
    }
  }

  /**
   * One request at a time keeps the order of a partition, also when its leader has just changed. A
   * record is as large as the source's, so a producer's usual limit of 1 MiB does not do.
   */
  private static Map<String, Object> settings(Map<String, ?> client, int largest) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest + SLACK);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(LEAST_MEMORY, 4L * largest));
    settings.putAll(client);
    return settings;
  }
}
