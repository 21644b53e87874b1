package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.inference.Outgoing.Weight;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepProjected;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Puts chains on their topics, through the outbox. For several chains at once. */
public final class ChainPublisher {

  /** Memory that a record takes on top of its text or tensor, in bytes, roughly. */
  private static final long OVERHEAD = 1024;

  private final Outbox outbox;
  private final TextPolicy text;
  private final RecordProfile profile;
  private final Channel<ChainEvent> chains;
  private final Channel<StepCompleted> steps;
  private final Channel<ActivationsEvent> activations;
  private final Topic<byte[]> deadLetters;

  /** A topic and what writes its values; the serializer is used by the outbox's thread only. */
  private record Channel<V>(Topic<V> topic, Serializer<V> serializer) {
    static <V> Channel<V> of(Topic<V> topic, WireFormat wire) {
      return new Channel<>(topic, wire.serde(topic).serializer());
    }

    ProducerRecord<byte[], byte[]> record(String key, V value) {
      return new ProducerRecord<>(
          topic.name(), key.getBytes(UTF_8), serializer.serialize(topic.name(), value));
    }
  }

  /** Activations go as they were captured. */
  public ChainPublisher(Outbox outbox, WireFormat wire, Topics topics, TextPolicy text) {
    this(outbox, wire, topics, text, RecordProfile.PLAIN);
  }

  /** A publisher of chains through {@code outbox}, which stays open. */
  public ChainPublisher(
      Outbox outbox, WireFormat wire, Topics topics, TextPolicy text, RecordProfile profile) {
    this.outbox = outbox;
    this.text = text;
    this.profile = profile;
    this.chains = Channel.of(topics.chains(), wire);
    this.steps = Channel.of(topics.steps(), wire);
    this.activations = Channel.of(topics.activations(), wire);
    this.deadLetters = topics.deadLetters();
  }

  /** A listener for one chain. */
  public PublishedChain open() {
    return new PublishedChain(this, text);
  }

  CompletableFuture<Void> publish(ChainEvent event, int textLength) throws InterruptedException {
    return outbox.put(
        new Outgoing(
            Weight.LIGHT, OVERHEAD + 2L * textLength, () -> chains.record(event.chainId(), event)));
  }

  CompletableFuture<Void> publish(StepCompleted event) throws InterruptedException {
    long bytes = OVERHEAD + 2L * event.text().map(String::length).orElse(0);
    return outbox.put(
        new Outgoing(Weight.LIGHT, bytes, () -> steps.record(event.step().chainId(), event)));
  }

  CompletableFuture<Void> publish(ActivationsCaptured captured) throws InterruptedException {
    ActivationsEvent event = profile.outgoing(captured);
    long bytes = OVERHEAD + bytes(event);
    return outbox.put(
        new Outgoing(Weight.HEAVY, bytes, () -> activations.record(event.step().chainId(), event)));
  }

  private static long bytes(ActivationsEvent event) {
    return event instanceof ActivationsCaptured step
        ? step.activations().data().remaining()
        : (long) Float.BYTES * ((StepProjected) event).values().length;
  }

  /** Sets a record aside, with the reason why. */
  CompletableFuture<Void> publish(DeadLetter letter, ConsumerRecord<byte[], byte[]> original)
      throws InterruptedException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            deadLetters.name(), null, null, original.key(), original.value(), original.headers());
    letter.writeTo(record.headers());
    int length = Math.max(0, original.serializedValueSize());
    return outbox.put(new Outgoing(Weight.LIGHT, OVERHEAD + length, () -> record));
  }
}
