package dev.linchpin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.replay.RangeRequest.Offsets;
import dev.linchpin.replay.compare.ScoreReader;
import dev.linchpin.replay.compare.Verification;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ReplayTest {
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Set<String> ALL_CHAINS = Set.of();

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir private Path state;
  private ReplayWorld world;

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
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    world = new ReplayWorld(kafka, registry, prefix, state);
    world.promote(ReplayWorld.probe(1));
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldGiveTheLiveScoresBitForBitAndSayThatTheyAreAReplays() throws Exception {
    // Given
    world.capture(8, 10, STEP);
    world.scoreLive(80);

    // When
    ReplayRequested run = world.define("same");
    ReplayProgress end = world.finish(run);

    // Then
    ScoreReader reader = new ScoreReader(world.cluster());
    Map<StepRef, StepScored> live = reader.scores(world.topics.scores(), score -> true);
    Topic<StepScored> topic = world.topics(run).scoring().scores();
    Verification verified = Verification.of(live, reader.scores(topic, score -> true));
    assertThat(verified).isEqualTo(new Verification(80, 0, 0, 0, Optional.empty()));
    assertThat(end).isEqualTo(progress(80, 80, Map.of(), Map.of(), 0));
    List<ConsumerRecord<byte[], byte[]>> records = recordsOf(topic, 80);
    assertThat(records)
        .allSatisfy(
            record -> {
              StepScored score = live.get(stepOf(record, topic));
              assertThat(header(record, ReplayHeaders.RUN)).isEqualTo("same");
              assertThat(header(record, ReplayHeaders.PARTITION))
                  .isEqualTo(Integer.toString(score.activations().partition()));
              assertThat(header(record, ReplayHeaders.OFFSET))
                  .isEqualTo(Long.toString(score.activations().offset()));
              assertThat(record.partition()).isEqualTo(score.activations().partition());
              assertThat(record.timestamp()).isEqualTo(score.stepCompletedAt().toEpochMilli());
              assertThat(new String(record.key(), UTF_8)).isEqualTo(score.step().chainId());
            });
  }

  @Test
  void shouldLeaveEverythingLiveAsItWas() throws Exception {
    // Given
    world.capture(6, 5, STEP);
    world.scoreLive(30);
    Map<String, Object> before = live();

    // When
    ReplayRequested champion = world.define("champion");
    ReplayRequested candidate =
        world.define(
            "candidate",
            RangeRequest.EVERYTHING,
            ALL_CHAINS,
            OptionalDouble.empty(),
            new ProbeChoice.Candidate(ReplayWorld.probe(7)));
    try (Replay first = new Replay(world.cluster(), champion, 1, Clock.systemUTC());
        Replay second = new Replay(world.cluster(), candidate, 1, Clock.systemUTC())) {
      first.start(Duration.ofMinutes(1));
      second.start(Duration.ofMinutes(1));
      ReplayWorld.await(first);
      ReplayWorld.await(second);
    }

    // Then
    assertThat(live()).isEqualTo(before);
    assertThat(world.scores(candidate, 30))
        .extracting(StepScored::probe)
        .containsOnly(new ProbeId(ReplayWorld.MODEL, "layerwise", 7));
  }

  @Test
  void shouldCountEveryRecordOnce() throws Exception {
    // Given
    world.capture(4, 5, STEP);
    world.send(world.topics.activations(), "chain-0", "hello".getBytes(UTF_8));
    world.capture("chain-1", 5, "another model", STEP);
    world.capture("chain-3", 5, ReplayWorld.MODEL, STEP);

    // When
    ReplayRequested run =
        world.define(
            "counts",
            RangeRequest.EVERYTHING,
            Set.of("chain-0", "chain-1", "chain-2"),
            OptionalDouble.empty(),
            new ProbeChoice.Pinned("tiny/layerwise/1"));
    ReplayProgress end = world.finish(run);

    // Then
    assertThat(end)
        .isEqualTo(
            progress(
                23,
                15,
                Map.of("NOT_CONFLUENT_FORMAT", 1L),
                Map.of("OTHER_CHAIN", 6L, "OTHER_MODEL", 1L),
                0));
    ConsumerRecord<byte[], byte[]> letter =
        world.recordsUntil(world.topics(run).scoring().deadLetters(), r -> true).get(0);
    assertThat(letter.value()).isEqualTo("hello".getBytes(UTF_8));
    assertThat(DeadLetter.of(letter.headers()).topic())
        .isEqualTo(world.topics.activations().name());
  }

  @Test
  void shouldReadATimeRangeAndNothingElse() throws Exception {
    // Given
    world.capture(3, 10, STEP);

    // When
    ReplayRequested run =
        world.define(
            "times",
            new RangeRequest(
                Optional.of(ReplayWorld.FIRST.plusMillis(300)),
                Optional.of(ReplayWorld.FIRST.plusMillis(700)),
                Map.of(),
                false),
            ALL_CHAINS,
            OptionalDouble.empty(),
            new ProbeChoice.Running());
    ReplayProgress end = world.finish(run);

    // Then
    assertThat(end.scored()).isEqualTo(12);
    assertThat(end.read()).isEqualTo(end.scored() + end.skips());
    assertThat(world.scores(run, 12))
        .extracting(score -> score.step().stepIndex())
        .containsOnly(3, 4, 5, 6);
  }

  @Test
  void shouldReadAnOffsetRangeAndReportWhatRetentionHasDeleted() throws Exception {
    // Given
    LogAddress first = world.capture("one", 0, ReplayWorld.MODEL, STEP);
    for (int i = 1; i < 10; i++) {
      world.capture("one", i, ReplayWorld.MODEL, STEP.multipliedBy(i));
    }
    int partition = first.partition();
    world.deleteBefore(world.topics.activations(), partition, 4);

    // When
    ReplayRequested run =
        world.define(
            "offsets",
            new RangeRequest(
                Optional.empty(),
                Optional.empty(),
                Map.of(partition, new Offsets(2, OptionalLong.of(8))),
                false),
            ALL_CHAINS,
            OptionalDouble.empty(),
            new ProbeChoice.Running());
    ReplayProgress end = world.finish(run);

    // Then
    assertThat(end).isEqualTo(progress(4, 4, Map.of(), Map.of(), 2));
    assertThat(world.scores(run, 4))
        .extracting(score -> score.activations().offset())
        .containsExactly(4L, 5L, 6L, 7L);
  }

  @Test
  void shouldFollowTheLiveStream() throws Exception {
    // Given
    world.capture(2, 3, STEP);
    ReplayRequested run =
        world.define(
            "follows",
            new RangeRequest(Optional.empty(), Optional.empty(), Map.of(), true),
            ALL_CHAINS,
            OptionalDouble.empty(),
            new ProbeChoice.Running());
    try (Replay replay = new Replay(world.cluster(), run, 1, Clock.systemUTC())) {
      replay.start(Duration.ofMinutes(1));
      assertThat(world.scores(run, 6)).hasSize(6);

      // When
      world.capture("later", 0, ReplayWorld.MODEL, STEP);

      // Then
      assertThat(world.scores(run, 7)).hasSize(7);
      assertThat(replay.isDone()).isFalse();
    }
  }

  @Test
  void shouldKeepTheOriginalPace() throws Exception {
    // Given
    world.capture(2, 4, Duration.ofHours(1));
    ReplayRequested run =
        world.define(
            "paced",
            RangeRequest.EVERYTHING,
            ALL_CHAINS,
            OptionalDouble.of(1),
            new ProbeChoice.Running());
    try (Replay replay = new Replay(world.cluster(), run, 1, Clock.systemUTC())) {
      replay.start(Duration.ofMinutes(1));

      // When
      List<StepScored> due = world.scores(run, 2);

      // Then
      assertThat(due).extracting(score -> score.step().stepIndex()).containsOnly(0);
      assertThat(replay.isDone()).isFalse();
    }
  }

  @Test
  void shouldGoOnAfterAPause() throws Exception {
    // Given
    world.capture(2, 4, STEP);
    ReplayRequested run = world.define("paused");
    try (ReplayRuns runs = new ReplayRuns(world.cluster());
        Replay replay = new Replay(world.cluster(), run.paused(true), 1, Clock.systemUTC())) {
      replay.start(Duration.ofMinutes(1));
      assertThat(replay.isDone()).isFalse();

      // When
      replay.pause(false);
      ReplayWorld.await(replay);

      // Then
      assertThat(world.scores(run, 8)).hasSize(8);
      runs.pause("paused", true);
      assertThat(runs.get("paused").paused()).isTrue();
      runs.pause("paused", false);
      assertThat(runs.get("paused")).isEqualTo(run);
    }
  }

  @Test
  void shouldBeRemovedWithAllThatItWrote() throws Exception {
    // Given
    world.capture(2, 2, STEP);
    ReplayRequested run = world.define("gone");
    world.finish(run);
    assertThatThrownBy(() -> world.define("gone"))
        .isInstanceOf(RefusedReplayException.class)
        .hasMessageContaining("expected a free name, got gone");

    // When
    try (ReplayRuns runs = new ReplayRuns(world.cluster())) {
      runs.remove("gone");

      // Then
      assertThat(runs.read()).isEmpty();
    }
    try (Admin admin = Admin.create(new HashMap<>(world.client))) {
      assertThat(admin.listTopics().names().get())
          .noneMatch(name -> name.startsWith(world.topics(run).applicationId()));
      assertThat(admin.listGroups().all().get())
          .noneMatch(group -> group.groupId().equals(world.topics(run).applicationId()));
    }
    assertThat(world.finish(world.define("gone")).scored()).isEqualTo(4);
  }

  /** Where everything live stands: ends of topics, groups, probes. */
  private Map<String, Object> live() throws Exception {
    Map<String, Object> live = new TreeMap<>();
    try (Admin admin = Admin.create(new HashMap<>(world.client));
        ProbeCatalogue catalogue = new ProbeCatalogue(world.cluster(), Clock.systemUTC())) {
      for (Topic<?> topic : world.topics.all()) {
        if (topic.name().equals(world.topics.replays().name())) {
          continue;
        }
        for (int partition = 0; partition < topic.partitions(); partition++) {
          TopicPartition where = new TopicPartition(topic.name(), partition);
          live.put(
              where.toString(),
              admin
                  .listOffsets(Map.of(where, OffsetSpec.latest()))
                  .partitionResult(where)
                  .get()
                  .offset());
        }
      }
      live.put(
          "group",
          admin
              .listConsumerGroupOffsets(world.topics.prefix() + "monitor")
              .partitionsToOffsetAndMetadata()
              .get());
      live.put("probes", catalogue.read());
    }
    return live;
  }

  private List<ConsumerRecord<byte[], byte[]>> recordsOf(Topic<?> topic, int count) {
    int[] seen = {0};
    return world.recordsUntil(topic, record -> ++seen[0] == count);
  }

  private StepRef stepOf(ConsumerRecord<byte[], byte[]> record, Topic<StepScored> topic) {
    return new WireFormat(world.client).decoder().decode(topic, record.value()).step();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private static ReplayProgress progress(
      long read,
      long scored,
      Map<String, Long> deadLettered,
      Map<String, Long> skipped,
      long missing) {
    return new ReplayProgress(read, scored, deadLettered, skipped, missing, OptionalLong.of(0));
  }
}
