package dev.linchpin.app.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes steps of a plan with activations from a pool. Every record says in its body and in a
 * header when it was due. For one thread.
 */
public final class StepPublisher implements AutoCloseable {
  /** Header with the time at which the record was due: microseconds since 1970, 8 bytes. */
  public static final String DUE = "due";

  private static final int MEBIBYTE = 1 << 20;
  private static final int LARGEST_REQUEST = 16 * MEBIBYTE;
  private static final int BUFFER = 128 * MEBIBYTE;

  private final StepPlan plan;
  private final StepActivations[] pool;
  private final String topic;
  private final Serializer<ActivationsEvent> serializer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> fault = new AtomicReference<>();

  private StepPublisher(
      BenchCluster cluster, StepPlan plan, StepActivations[] pool, Map<String, Object> pace) {
    this.plan = plan;
    this.pool = pool.clone();
    this.topic = cluster.topics().activations().name();
    this.serializer =
        new WireFormat(cluster.client()).serde(cluster.topics().activations()).serializer();
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // A partition whose leader is new refuses what is sent to it first; sequence numbers would then
    // be out of order for ever, and with one request at a time the rate is bounded by round trips.
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    settings.putAll(pace);
    ByteArraySerializer bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  /** A publisher that waits for company: as much as possible in as little time as possible. */
  public static StepPublisher bulk(BenchCluster cluster, StepPlan plan, StepActivations[] pool) {
    return new StepPublisher(
        cluster,
        plan,
        pool,
        Map.of(ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, MEBIBYTE));
  }

  /** A publisher that waits for nothing. */
  public static StepPublisher live(BenchCluster cluster, StepPlan plan, StepActivations[] pool) {
    return new StepPublisher(cluster, plan, pool, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
  }

  /**
   * Hands one step to the producer.
   *
   * @param place its place in the plan
   * @param due when it is to be published, microseconds since 1970
   */
  public void send(long place, long due) {
    StepRef step = plan.step(place);
    ActivationsCaptured captured =
        new ActivationsCaptured(
            step,
            BenchProbe.MODEL,
            BenchProbe.FINGERPRINT,
            Micros.instant(due),
            pool[(int) (place % pool.length)]);
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            topic, step.chainId().getBytes(UTF_8), serializer.serialize(topic, captured));
    event.headers().add(DUE, ByteBuffer.allocate(Long.BYTES).putLong(due).array());
    var unused = producer.send(event, (metadata, failure) -> note(failure));
  }

  /** Publishes the first steps of the plan at once and waits until they are there. */
  public void fill(long steps) {
    for (long place = 0; place < steps; place++) {
      send(place, Micros.of(Instant.now()));
    }
    flush();
  }

  /**
   * Waits until all is there.
   *
   * @throws KafkaException when something was not taken
   */
  public void flush() {
    producer.flush();
    Exception failure = fault.get();
    if (failure != null) {
      throw new KafkaException("a step could not be published", failure);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void note(Exception failure) {
    if (failure != null) {
      fault.compareAndSet(null, failure);
    }
  }
}
