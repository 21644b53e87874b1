package dev.linchpin.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Puts records back in transactions, each with the record of it. There is one transactional id for
 * all: whoever begins later fences one that is still at work. For one thread at a time.
 */
final class TransactionalWriter implements RedeliveryWriter, AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;
  // A letter of 65 MiB is the largest: the buffer holds it beside a batch.
  private static final int LARGEST_REQUEST = 80 * MEBIBYTE;
  private static final int PRODUCER_BUFFER = 128 * MEBIBYTE;

  private final Topic<LetterRedelivered> redeliveries;
  private final InstantSource clock;
  private final Serializer<LetterRedelivered> serializer;
  private final KafkaProducer<byte[], byte[]> producer;

  /** A writer on a cluster. */
  TransactionalWriter(Cluster cluster, InstantSource clock) {
    this.redeliveries = cluster.topics().redeliveries();
    this.clock = clock;
    this.serializer = new WireFormat(cluster.client()).serde(redeliveries).serializer();
    this.producer =
        new KafkaProducer<>(
            settings(cluster), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Fences all others: what they were about to write is decided then. */
  void begin() {
    producer.initTransactions();
  }

  /**
   * All in one transaction; one by one where the broker does not take one of them.
   *
   * @throws KafkaException when the cluster or the registry is away, or another replay began: what
   *     was not reported is not put back, or can be seen in {@code redeliveries}
   */
  @Override
  public List<Outcome> write(List<Redelivery> batch) {
    try {
      return together(batch);
    } catch (KafkaException e) {
      Optional<String> fault = recordFault(e);
      if (fault.isEmpty()) {
        throw e;
      }
      return batch.size() == 1
          ? List.of(batch.get(0).refused(Refusal.NOT_ACCEPTED, fault.get()))
          : batch.stream().flatMap(each -> write(List.of(each)).stream()).toList();
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private List<Outcome> together(List<Redelivery> batch) {
    producer.beginTransaction();
    try {
      List<RecordMetadata> places = send(batch.stream().map(Redelivery::record).toList());
      List<LetterRedelivered> arrived = arrived(batch, places);
      send(arrived.stream().map(this::marker).toList());
      producer.commitTransaction();
      return outcomes(arrived);
    } catch (RuntimeException e) {
      abort(e);
      throw isFenced(e)
          ? new KafkaException("another replay of dead letters began; try again after it", e)
          : e;
    }
  }

  /** A transaction that cannot be aborted now is, when the next replay begins or it times out. */
  private void abort(RuntimeException fault) {
    try {
      producer.abortTransaction();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  /** Sends all and says where each lies, as soon as the cluster has them. */
  private List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(producer.send(record));
    }
    producer.flush();
    return sent.stream().map(Answers::of).toList();
  }

  private List<LetterRedelivered> arrived(List<Redelivery> batch, List<RecordMetadata> places) {
    List<LetterRedelivered> arrived = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      RecordMetadata at = places.get(i);
      arrived.add(
          batch.get(i).arrived(new LogAddress(at.partition(), at.offset()), clock.instant()));
    }
    return arrived;
  }

  private ProducerRecord<byte[], byte[]> marker(LetterRedelivered arrived) {
    return new ProducerRecord<>(
        redeliveries.name(),
        arrived.key().getBytes(UTF_8),
        serializer.serialize(redeliveries.name(), arrived));
  }

  private static List<Outcome> outcomes(List<LetterRedelivered> arrived) {
    return arrived.stream()
        .<Outcome>map(each -> new Outcome.Redelivered(new LetterId(each.letter()), each))
        .toList();
  }

  /** Why the broker does not take a record, if that is what went wrong. */
  private static Optional<String> recordFault(Throwable failure) {
    return causes(failure)
        .filter(
            cause ->
                cause instanceof RecordTooLargeException
                    || cause instanceof InvalidTimestampException
                    || cause instanceof InvalidRecordException)
        .map(cause -> String.valueOf(cause.getMessage()))
        .findFirst();
  }

  private static boolean isFenced(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static Map<String, Object> settings(Cluster cluster) {
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        cluster.topics().prefix() + "linchpin-dead-letters");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return settings;
  }
}
