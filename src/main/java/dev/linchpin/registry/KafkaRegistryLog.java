package dev.linchpin.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The log in a compacted topic of one partition. The producer is transactional for its fencing: the
 * last registry to open the topic is the one that writes.
 */
final class KafkaRegistryLog implements RegistryLog {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TopicPartition partition;
  private final Consumer<LogEntry> state;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;

  private KafkaRegistryLog(Map<String, ?> kafka, String topic, Consumer<LogEntry> state) {
    this.partition = new TopicPartition(topic, 0);
    this.state = state;
    this.producer = producer(kafka, topic);
    this.consumer = consumer(kafka);
  }

  /**
   * Opens the log, makes its topic when absent, and applies what it holds.
   *
   * @param kafka settings of Kafka's clients, {@code bootstrap.servers} at least
   * @param state takes each entry, oldest first
   */
  static KafkaRegistryLog open(Map<String, ?> kafka, String topic, Consumer<LogEntry> state) {
    createTopic(kafka, topic);
    KafkaRegistryLog log = new KafkaRegistryLog(kafka, topic, state);
    try {
      log.replay();
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  @Override
  public void append(LogEntry entry) {
    applyUpTo(write(entry).offset() + 1);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }

  private void replay() {
    producer.initTransactions();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    applyUpTo(consumer.endOffsets(List.of(partition)).get(partition));
  }

  private RecordMetadata write(LogEntry entry) {
    producer.beginTransaction();
    try {
      var record =
          new ProducerRecord<>(
              partition.topic(),
              partition.partition(),
              LogEntryCodec.key(entry),
              LogEntryCodec.value(entry));
      RecordMetadata written = await(producer.send(record));
      producer.commitTransaction();
      return written;
    } catch (KafkaException e) {
      abort(e);
      throw e;
    }
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      cause.addSuppressed(e);
    }
  }

  private void applyUpTo(long end) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        LogEntryCodec.read(record.key(), record.value()).ifPresent(state);
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "expected " + partition + " up to offset " + end + " within " + PATIENCE);
      }
    }
  }

  private static void createTopic(Map<String, ?> kafka, String topic) {
    NewTopic log =
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try (Admin admin = Admin.create(new HashMap<>(kafka))) {
      await(admin.createTopics(List.of(log)).all());
    } catch (TopicExistsException e) {
      // It holds what an earlier registry wrote.
    }
  }

  private static KafkaProducer<String, String> producer(Map<String, ?> kafka, String topic) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-writer");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(Map<String, ?> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }
}
