package dev.linchpin.scoring;

import dev.linchpin.wire.LogAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread: scores what a poll brought in one batch and hands the topology
 * the outputs of each record in the place of its value. A record that comes alone is scored alone,
 * at once. Kafka Streams commits a record when the topology has written its outputs: one that was
 * scored and not yet written is polled and scored again after a crash.
 *
 * <p>No tensor outlives the poll that brought it.
 */
final class ScoringConsumer extends KafkaConsumer<byte[], byte[]> {
  private final ValueViews views;
  private final PollScorer scorer;
  private final Feed feed;

  ScoringConsumer(Map<String, Object> settings, ValueViews views, PollScorer scorer, Feed feed) {
    super(settings, new ByteArrayDeserializer(), views);
    this.views = views;
    this.scorer = scorer;
    this.feed = feed;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    try {
      return scored(feed.next(this, super::poll, timeout));
    } finally {
      views.clear();
    }
  }

  private ConsumerRecords<byte[], byte[]> scored(ConsumerRecords<byte[], byte[]> polled) {
    if (polled.isEmpty()) {
      return polled;
    }
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
    polled.forEach(records::add);
    List<List<Output>> outputs = scorer.outputs(records.stream().map(this::raw).toList());
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> scored = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      scored
          .computeIfAbsent(
              new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
          .add(with(record, OutputForm.write(outputs.get(i))));
    }
    return new ConsumerRecords<>(scored, polled.nextOffsets());
  }

  private RawStep raw(ConsumerRecord<byte[], byte[]> record) {
    return new RawStep(
        record.key(),
        Optional.ofNullable(record.value()).map(views::view),
        Instant.ofEpochMilli(record.timestamp()),
        new LogAddress(record.partition(), record.offset()));
  }

  private static ConsumerRecord<byte[], byte[]> with(
      ConsumerRecord<byte[], byte[]> record, byte[] value) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        value.length,
        record.key(),
        value,
        record.headers(),
        record.leaderEpoch());
  }
}
