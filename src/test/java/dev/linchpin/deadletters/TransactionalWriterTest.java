package dev.linchpin.deadletters;

import static dev.linchpin.deadletters.LetterSamples.NOW;
import static dev.linchpin.deadletters.LetterSamples.headers;
import static dev.linchpin.deadletters.LetterSamples.letter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.deadletters.Outcome.Redelivered;
import dev.linchpin.deadletters.Outcome.Refused;
import dev.linchpin.deadletters.RedeliveryRules.Decision;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class TransactionalWriterTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  // Not long ago, or retention takes the records away.
  private final Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private LiveTopics world;
  private TransactionalWriter writer;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
    writer = writer();
  }

  @AfterEach
  void close() {
    writer.close();
    world.close();
  }

  @Test
  void shouldWriteRecordsAndWhatIsToBeRememberedOfThem() {
    // When
    List<Outcome> outcomes =
        writer.write(
            List.of(redelivery(1, world.topics.problems(), 10), redelivery(2, activations(), 20)));

    // Then
    ConsumerRecord<byte[], byte[]> problem = first(world.topics.problems());
    ConsumerRecord<byte[], byte[]> step = first(activations());
    assertThat(problem.value()).hasSize(10);
    assertThat(problem.timestamp()).isEqualTo(time.toEpochMilli());
    assertThat(step.value()).hasSize(20);
    assertThat(remembered(2))
        .isEqualTo(outcomes.stream().map(outcome -> ((Redelivered) outcome).redelivery()).toList())
        .extracting(LetterRedelivered::redelivered)
        .containsExactly(at(problem), at(step));
  }

  @Test
  void shouldRefuseOnlyTheRecordThatTheBrokerDoesNotTake() {
    // When
    List<Outcome> outcomes =
        writer.write(
            List.of(
                redelivery(1, world.topics.problems(), 10),
                redelivery(2, world.topics.problems(), 2 * MEBIBYTE),
                redelivery(3, world.topics.problems(), 30)));

    // Then
    assertThat(outcomes)
        .extracting(outcome -> outcome.getClass().getSimpleName())
        .containsExactly("Redelivered", "Refused", "Redelivered");
    assertThat(((Refused) outcomes.get(1)).reason()).isEqualTo(Refusal.NOT_ACCEPTED);
    assertThat(values(world.topics.problems(), 30)).containsExactlyInAnyOrder(10, 30);
    assertThat(remembered(2))
        .extracting(redelivery -> redelivery.letter().offset())
        .containsExactly(1L, 3L);
  }

  @Test
  void shouldPutTheLargestRecordsBack() {
    // Given
    int size = 63 * MEBIBYTE;

    // When
    List<Outcome> outcomes = writer.write(List.of(redelivery(1, world.topics.probes(), size)));

    // Then
    assertThat(outcomes).singleElement().isInstanceOf(Redelivered.class);
    assertThat(first(world.topics.probes()).value()).hasSize(size);
  }

  @Test
  void shouldGiveWayToAReplayThatBeganLater() {
    // Given
    try (TransactionalWriter later = writer()) {

      // When, Then
      assertThatThrownBy(() -> writer.write(List.of(redelivery(1, activations(), 10))))
          .isInstanceOf(KafkaException.class)
          .hasMessageContaining("another replay of dead letters began");
      later.write(List.of(redelivery(2, activations(), 20)));
    }
    assertThat(values(activations(), 20)).containsExactly(20);
    assertThat(remembered(1))
        .extracting(redelivery -> redelivery.letter().offset())
        .containsExactly(2L);
  }

  private TransactionalWriter writer() {
    TransactionalWriter made =
        new TransactionalWriter(new Cluster(world.client, world.topics), () -> NOW);
    made.begin();
    return made;
  }

  private Topic<?> activations() {
    return world.topics.activations();
  }

  private Redelivery redelivery(long offset, Topic<?> topic, int size) {
    DeadLetter origin = new DeadLetter("EMPTY", topic.name(), new LogAddress(0, offset), time, "");
    Letter letter = letter(offset, headers(origin), "key".getBytes(UTF_8), new byte[size]);
    RedeliveryRules rules = new RedeliveryRules(world.topics, Map.of(topic.name(), 1), false);
    return ((Decision.Send) rules.decide(letter, new Redeliveries())).redelivery();
  }

  private ConsumerRecord<byte[], byte[]> first(Topic<?> topic) {
    return world.recordsUntil(topic, record -> true).get(0);
  }

  /** Lengths of the values up to the first of {@code last} bytes. */
  private List<Integer> values(Topic<?> topic, int last) {
    return world.recordsUntil(topic, record -> record.value().length == last).stream()
        .map(record -> record.value().length)
        .toList();
  }

  private List<LetterRedelivered> remembered(int count) {
    return world.valuesUntil(world.topics.redeliveries(), all -> all.size() == count);
  }

  private static LogAddress at(ConsumerRecord<?, ?> record) {
    return new LogAddress(record.partition(), record.offset());
  }
}
