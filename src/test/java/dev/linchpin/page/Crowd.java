package dev.linchpin.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Chains that are written all at once, step by step in turn, evenly paced; one that ends is
 * followed by another.
 */
final class Crowd implements AutoCloseable {
  private static final int SHORTEST = 15;
  private static final int LONGEST = 25;

  private final AtomicLong steps = new AtomicLong();
  private final Map<StepRef, Instant> completed = new ConcurrentHashMap<>();
  private final Random random = new Random(1);
  private final Thread thread = new Thread(this::run, "crowd");
  private final LiveTopics topics;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Member[] members;
  private final double stepsPerSecond;
  private int chains;
  private volatile boolean closing;
  private volatile Exception failure;

  /** A chain; {@code next} is the index of its next step. */
  private record Member(String chainId, int next, int length) {
    StepRef step() {
      return new StepRef(chainId, next);
    }

    Member further() {
      return new Member(chainId, next + 1, length);
    }
  }

  /** One that has not begun. */
  Crowd(LiveTopics topics, int chains, double stepsPerSecond) {
    this.topics = topics;
    this.stepsPerSecond = stepsPerSecond;
    members = new Member[chains];
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(new HashMap<>(topics.client), bytes, bytes);
  }

  void start() {
    thread.start();
  }

  /** Steps that have arrived so far. */
  long steps() {
    return steps.get();
  }

  /** When a step was complete. */
  Optional<Instant> completedAt(StepRef step) {
    return Optional.ofNullable(completed.get(step));
  }

  /**
   * Ends in the middle of things.
   *
   * @throws IllegalStateException when something did not arrive
   */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
    if (failure != null) {
      throw new IllegalStateException("a record did not arrive: " + failure.getMessage(), failure);
    }
  }

  private void run() {
    long begin = System.nanoTime();
    for (long turn = 0; !closing; turn++) {
      awaitUntil(begin + (long) (turn * 1e9 / stepsPerSecond));
      int place = (int) (turn % members.length);
      members[place] = advanced(members[place] == null ? begin(1) : members[place]);
    }
  }

  private static void awaitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Member begin(int shortest) {
    int length = shortest + random.nextInt(LONGEST - shortest + 1);
    Member member = new Member("crowd-" + chains++, 0, length);
    String prompt = "Question %s: which of %d is right?".formatted(member.chainId(), length);
    send(topics.topics.chains(), member.chainId(), TinyModel.started(member.chainId(), prompt));
    return member;
  }

  private Member advanced(Member member) {
    StepRef step = member.step();
    Instant now = Instant.now();
    String text = "So step %d gives %d.".formatted(step.stepIndex(), random.nextInt(1000));
    float logit = (float) (2 * random.nextGaussian());
    completed.put(step, now);
    send(topics.topics.steps(), member.chainId(), TinyModel.completed(step, text, now));
    send(topics.topics.activations(), member.chainId(), TinyModel.captured(step, logit, now));
    return member.next() + 1 < member.length() ? member.further() : replaced(member);
  }

  private Member replaced(Member member) {
    send(
        topics.topics.chains(),
        member.chainId(),
        TinyModel.finished(member.chainId(), member.length(), "42"));
    return begin(SHORTEST);
  }

  private <V> void send(Topic<V> topic, String chainId, V value) {
    boolean isStep = topic.name().equals(topics.topics.steps().name());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.name(), chainId.getBytes(UTF_8), topics.bytes(topic, value));
    Future<RecordMetadata> unused = producer.send(record, (sent, refused) -> note(isStep, refused));
  }

  private void note(boolean isStep, Exception refused) {
    if (refused != null) {
      failure = refused;
    } else if (isStep) {
      steps.incrementAndGet();
    }
  }
}
