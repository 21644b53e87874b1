package dev.linchpin.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.training.LabelledSamples;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On labels, which are small; the topic does not matter. */
@Timeout(120)
final class AddressReaderTest {
  private static final int MANY = 300;

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private LiveTopics world;
  private Topic<StepLabelled> topic;
  private AddressReader<StepLabelled> reader;

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
    topic = world.topics.labels();
    reader =
        new AddressReader<>(
            new Cluster(world.client, world.topics), topic, Patience.until(() -> true));
  }

  @AfterEach
  void close() {
    reader.close();
    world.close();
  }

  /** What was told of each address asked for, in words. */
  private static class Told implements AddressReader.Sink<StepLabelled> {
    private final String[] words;
    private final List<Integer> order = new ArrayList<>();

    Told(int size) {
      words = new String[size];
    }

    @Override
    public void found(int index, StepLabelled value) {
      note(index, value.step().chainId() + " " + value.step().stepIndex());
    }

    @Override
    public void malformed(int index, Reason reason) {
      note(index, "malformed");
    }

    @Override
    public void gone(int index) {
      note(index, "gone");
    }

    private void note(int index, String word) {
      assertThat(words[index]).as("told once").isNull();
      words[index] = word;
      order.add(index);
    }
  }

  @Test
  void shouldFindEveryRecordOfWhateverPartitionInWhateverOrder() {
    // Given
    append("a", 0, 3);
    append("b", 2, 2);

    // When
    Told told = read(at(2, 1), at(0, 2), at(0, 0), at(2, 0), at(0, 2));

    // Then
    assertThat(told.words).containsExactly("b 1", "a 2", "a 0", "b 0", "a 2");
    assertThat(told.order).containsExactly(2, 1, 4, 3, 0);
  }

  @Test
  void shouldSeekWhatIsFarAndReadOnToWhatIsNear() {
    // Given
    append("a", 0, MANY);

    // When
    Told told = read(at(0, MANY - 1), at(0, 5), at(0, 40), at(0, 0), at(0, 220));

    // Then
    assertThat(told.words).containsExactly("a 299", "a 5", "a 40", "a 0", "a 220");
  }

  @Test
  void shouldTellWhatIsDeletedOrNeverWas() {
    // Given
    append("a", 0, 10);
    world.deleteBefore(topic, 0, 4);

    // When
    Told told = read(at(0, 3), at(0, 4), at(0, 9), at(0, 10), at(0, 1L << 40), at(1, 0), at(7, 0));

    // Then
    assertThat(told.words).containsExactly("gone", "a 4", "a 9", "gone", "gone", "gone", "gone");
  }

  @Test
  void shouldTellAllAsGoneWhenEverythingIsDeleted() {
    append("a", 0, 10);
    world.deleteBefore(topic, 0, 10);

    assertThat(read(at(0, 0), at(0, 9), at(0, 10)).words).containsExactly("gone", "gone", "gone");
  }

  @Test
  void shouldGoOnWhenRecordsAreDeletedMeanwhile() {
    // Given
    append("a", 0, MANY);
    List<LogAddress> addresses = List.of(at(0, 0), at(0, 250), at(0, MANY - 1));
    Told told =
        new Told(3) {
          @Override
          public void found(int index, StepLabelled value) {
            super.found(index, value);
            world.deleteBefore(topic, 0, 280);
          }
        };

    // When
    reader.read(addresses, told);

    // Then
    assertThat(told.words).containsExactly("a 0", "gone", "a 299");
  }

  @Test
  void shouldTellWhatCannotBeDecodedAndGoOn() {
    // Given
    append("a", 0, 1);
    LogAddress bytes = world.append(topic, 0, new byte[] {1, 2, 3});
    LogAddress tombstone = world.append(topic, 0, null);
    LogAddress empty = world.append(topic, 0, new byte[0]);
    append("b", 0, 1);

    // When
    Told told = read(at(0, 0), bytes, tombstone, empty, at(0, 4));

    // Then
    assertThat(told.words).containsExactly("a 0", "malformed", "malformed", "malformed", "b 0");
  }

  @Test
  void shouldNotWaitForMarkersNorForWhatWasTakenBack() throws Exception {
    // Given: a record, the marker of its commit, an aborted record, its marker
    try (KafkaProducer<byte[], byte[]> producer = transactional()) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, "kept");
      producer.commitTransaction();
      producer.beginTransaction();
      send(producer, "aborted");
      producer.abortTransaction();
    }

    // When
    Told told = read(at(0, 0), at(0, 1), at(0, 2), at(0, 3));

    // Then
    assertThat(told.words).containsExactly("kept 0", "gone", "gone", "gone");
  }

  @Test
  void shouldReadAgainWhatHasGrownMeanwhile() {
    append("a", 0, 1);
    assertThat(read(at(0, 0), at(0, 1)).words).containsExactly("a 0", "gone");

    append("b", 0, 1);

    assertThat(read(at(0, 0), at(0, 1)).words).containsExactly("a 0", "b 0");
  }

  @Test
  void shouldReadNothingWhenNothingIsAskedFor() {
    assertThat(read().order).isEmpty();
  }

  @Test
  void shouldNotTakeATopicThatIsNotThereForAnEmptyOne() {
    Topics absent = new Topics("absent.", 3);
    Cluster cluster = new Cluster(world.client, absent);

    assertThatThrownBy(
            () -> new AddressReader<>(cluster, absent.labels(), Patience.until(() -> true)))
        .isInstanceOf(UnknownTopicOrPartitionException.class)
        .hasMessage("there is no topic absent.labels");
  }

  private Told read(LogAddress... addresses) {
    Told told = new Told(addresses.length);
    reader.read(Arrays.asList(addresses), told);
    return told;
  }

  private void append(String chainId, int partition, int count) {
    IntStream.range(0, count).forEach(i -> world.append(topic, partition, bytes(chainId, i)));
  }

  private byte[] bytes(String chainId, int step) {
    return world.bytes(
        topic,
        LabelledSamples.label(
            new StepRef(chainId, step), true, at(0, 0), LabelledSamples.COMPLETED));
  }

  private void send(KafkaProducer<byte[], byte[]> producer, String chainId) throws Exception {
    Future<RecordMetadata> sent =
        producer.send(new ProducerRecord<>(topic.name(), 0, null, bytes(chainId, 0)));
    producer.flush();
    assertThat(sent.get().partition()).isZero();
  }

  private KafkaProducer<byte[], byte[]> transactional() {
    Map<String, Object> settings = new HashMap<>(world.client);
    settings.put("transactional.id", topic.name());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static LogAddress at(int partition, long offset) {
    return new LogAddress(partition, offset);
  }
}
