package dev.linchpin.inference;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends through a producer set up for records of up to several megabytes. */
final class KafkaRecordSender implements RecordSender {

  private static final int LARGEST_REQUEST = 16 << 20;

  /** Light records take more of the producer's memory than their bytes: a batch each. */
  private static final long BATCH_SLACK = 32L << 20;

  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param client the client's settings; they go before those of this class
   * @param bufferBytes most bytes that are ever handed over and not acknowledged
   */
  KafkaRecordSender(Map<String, ?> client, long bufferBytes) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(settings(client, bufferBytes), bytes, bytes);
  }

  /**
   * Nothing waits for company or is compressed, and what was taken is tried until it is there.
   *
   * <p>One request at a time: idempotence alone keeps neither order nor records when a partition's
   * first batches overtake one another. A broker that has just become leader refuses the first and
   * takes the second, since it knows no sequence of this producer yet; from then on the first is
   * out of order, for ever.
   */
  static Map<String, Object> settings(Map<String, ?> client, long bufferBytes) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes + BATCH_SLACK);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Duration.ofSeconds(5).toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.putAll(client);
    return settings;
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record, Consumer<Optional<Exception>> outcome) {
    HandOver handOver = new HandOver(Thread.currentThread(), outcome);
    var unused = producer.send(record, handOver);
    handOver.done();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  /**
   * The producer reports a cluster that it cannot find through the callback, on the caller's own
   * thread, before it has taken the record. That is thrown instead, so that it can be tried again.
   */
  private static final class HandOver implements Callback {

    private final Thread caller;
    private final Consumer<Optional<Exception>> outcome;
    private boolean handing = true;
    private RuntimeException refusal;

    HandOver(Thread caller, Consumer<Optional<Exception>> outcome) {
      this.caller = caller;
      this.outcome = outcome;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception fault) {
      if (Thread.currentThread() == caller
          && handing
          && fault instanceof RuntimeException refused) {
        refusal = refused;
      } else {
        outcome.accept(Optional.ofNullable(fault));
      }
    }

    void done() {
      handing = false;
      if (refusal != null) {
        throw refusal;
      }
    }
  }
}
