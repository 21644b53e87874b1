package dev.linchpin.app.demo;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads everything that a demonstration shows, from its beginning, on the caller's thread. */
final class LiveFeed implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, BiConsumer<ConsumerRecord<byte[], byte[]>, Stage>> readers =
      new HashMap<>();

  /**
   * A feed from a cluster.
   *
   * @param client settings of Kafka clients and of the registry client
   */
  LiveFeed(Map<String, ?> client, Topics topics) {
    WireFormat format = new WireFormat(client);
    on(topics.chains(), format, (event, at, stage) -> stage.chain(event));
    on(topics.steps(), format, (step, at, stage) -> stage.step(step));
    on(topics.scores(), format, (score, at, stage) -> stage.score(score, at));
    on(topics.labels(), format, (label, at, stage) -> stage.tally().labelled(label.step()));
    on(topics.evaluations(), format, (evaluation, at, stage) -> stage.evaluation(evaluation));
    on(topics.lowImportanceAlerts(), format, (a, at, stage) -> stage.tally().lowImportanceAlert());
    on(topics.importantAlerts(), format, (a, at, stage) -> stage.tally().importantAlert());
    readers.put(topics.deadLetters().name(), (record, stage) -> stage.tally().deadLetter());
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, "linchpin-demo-" + UUID.randomUUID());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Scores and alerts are written outside transactions and are not held back by it.
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings, bytes, bytes);
    this.consumer.subscribe(List.copyOf(readers.keySet()));
  }

  /** What is done with a value of one topic. */
  private interface Step<V> {
    void take(V value, Instant writtenAt, Stage stage);
  }

  private <V> void on(Topic<V> topic, WireFormat format, Step<V> step) {
    Deserializer<V> values = format.serde(topic).deserializer();
    readers.put(
        topic.name(),
        (record, stage) ->
            step.take(
                values.deserialize(topic.name(), record.value()),
                Instant.ofEpochMilli(record.timestamp()),
                stage));
  }

  /** Hands what arrived within the wait to the stage; tells whether anything did. */
  boolean poll(Duration wait, Stage stage) {
    var records = consumer.poll(wait);
    records.forEach(record -> readers.get(record.topic()).accept(record, stage));
    return !records.isEmpty();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
