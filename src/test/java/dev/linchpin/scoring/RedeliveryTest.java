package dev.linchpin.scoring;

import static dev.linchpin.probe.ProbeStatus.CHAMPION;
import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.champion;
import static dev.linchpin.scoring.Samples.probe;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.deadletters.LetterFilter;
import dev.linchpin.deadletters.LetterSelection;
import dev.linchpin.deadletters.Redeliverer;
import dev.linchpin.deadletters.RedeliveryMark;
import dev.linchpin.deadletters.ReplayCounts;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.StepScored;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record is rejected, what was wrong is mended, the record is put back and scored live. */
@Timeout(300)
final class RedeliveryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LetterSelection ALL = new LetterSelection.Matching(LetterFilter.ALL);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private LiveWorld world;

  @BeforeAll
  static void startBroker() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void createWorld(TestInfo test) throws Exception {
    world = new LiveWorld(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldScoreAStepOnceItsProbeIsPublishedAndNotTwiceUnlessAskedTo() throws Exception {
    // Given
    world.publish(probe("main", 1, CHAMPION, "beef", SHAPE));
    try (Monitor monitor = world.startMonitor()) {
      world.capture(step("a", 0, IMPORTANT));
      ConsumerRecord<byte[], byte[]> letter = letters(1).get(0);
      assertThat(DeadLetter.of(letter.headers()).reason()).isEqualTo("PROBE_FOR_OTHER_WEIGHTS");
      assertThat(monitor.isRunning()).isTrue();
    }
    world.publish(champion("main", 2));

    try (Monitor monitor = world.startMonitor()) {
      // When
      ReplayCounts first = replay(false);
      List<StepScored> scores = scores(1);
      ReplayCounts second = replay(false);
      ReplayCounts again = replay(true);
      List<StepScored> twice = scores(2);

      // Then
      assertCounts(first, 1, 0);
      assertCounts(second, 0, 1);
      assertCounts(again, 1, 0);
      assertThat(scores).extracting(StepScored::step).containsExactly(new StepRef("a", 0));
      assertThat(scores.get(0).probe().version()).isEqualTo(2);
      assertThat(twice).extracting(StepScored::score).containsOnly(scores.get(0).score());
      assertThat(monitor.isRunning()).isTrue();
    }
  }

  @Test
  void shouldComeBackAsALetterUntilTheSchemaIsThere() throws Exception {
    // Given
    world.publish(champion("main", 1));
    world.bytes(world.topics.redeliveries(), SampleEvents.letterRedelivered());
    try (Monitor monitor = world.startMonitor()) {
      world.capture(step("a", 0, IMPORTANT));
      scores(1);
      // Whatever else registers a schema has done so: the next one gets the next id.
      int missing = register("{\"type\":\"record\",\"name\":\"Other\",\"fields\":[]}") + 1;
      LogAddress origin = world.send(world.topics.activations(), "a", newer(missing));
      assertThat(DeadLetter.of(letters(1).get(0).headers()).reason()).isEqualTo("UNKNOWN_SCHEMA");

      // When
      ReplayCounts early = replay(false);
      ConsumerRecord<byte[], byte[]> back = letters(2).get(1);
      int registered = register(newerSchema());
      ReplayCounts mended = replay(false);
      List<StepScored> scores = scores(2);

      // Then
      assertCounts(early, 1, 0);
      assertThat(new String(back.headers().lastHeader(RedeliveryMark.ATTEMPT).value(), UTF_8))
          .isEqualTo("1");
      assertThat(DeadLetter.of(back.headers()).address().partition()).isEqualTo(origin.partition());
      assertThat(DeadLetter.of(back.headers()).address()).isNotEqualTo(origin);
      assertThat(registered).isEqualTo(missing);
      assertCounts(mended, 1, 1);
      assertThat(scores.get(1).step()).isEqualTo(new StepRef("a", 1));
      assertThat(monitor.isRunning()).isTrue();
    }
  }

  private ReplayCounts replay(boolean again) {
    Cluster cluster = new Cluster(world.client, world.topics);
    return new Redeliverer(cluster, again, Clock.systemUTC()).run(ALL, outcome -> {});
  }

  private List<StepScored> scores(int count) {
    return world.valuesUntil(world.topics.scores(), all -> all.size() == count);
  }

  /** The letters of one chain, which lie in one partition. */
  private List<ConsumerRecord<byte[], byte[]>> letters(int count) {
    return world.recordsUntil(world.topics.deadLetters(), record -> record.offset() == count - 1);
  }

  /** Step 1 as a node of a later version writes it: with one field more, which is null. */
  private byte[] newer(int schemaId) {
    byte[] known = world.bytes(world.topics.activations(), step("a", 1, IMPORTANT));
    byte[] longer = Arrays.copyOf(known, known.length + 1);
    return ByteBuffer.wrap(longer).putInt(1, schemaId).array();
  }

  private static String newerSchema() throws IOException {
    ObjectNode schema =
        (ObjectNode) JSON.readTree(Files.readString(Path.of("schemas/ActivationsCaptured.avsc")));
    schema
        .withArray("fields")
        .addObject()
        .put("name", "later")
        .putArray("type")
        .add("null")
        .add("string");
    return schema.toString();
  }

  /** Registers a schema and returns its id. */
  private static int register(String schema) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(registry.url() + "/subjects/" + UUID.randomUUID() + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(JSON.createObjectNode().put("schema", schema).toString()))
            .build();
    return JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .required("id")
        .asInt();
  }

  private static void assertCounts(ReplayCounts counts, long redelivered, long already) {
    assertThat(counts.redelivered()).isEqualTo(redelivered);
    assertThat(counts.already()).isEqualTo(already);
    assertThat(counts.refused()).isZero();
  }
}
