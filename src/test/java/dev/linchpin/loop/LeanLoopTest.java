package dev.linchpin.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ChampionWatch;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainPublisher;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.inference.EdgeProfile;
import dev.linchpin.inference.Outbox;
import dev.linchpin.inference.OutboxSettings;
import dev.linchpin.inference.PublishedChain;
import dev.linchpin.inference.RecordProfile;
import dev.linchpin.inference.SampledChains;
import dev.linchpin.inference.TextPolicy;
import dev.linchpin.inference.WhenFull;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.PuzzleGenerator;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepProjected;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lean records from the bundled reasoner to its shipped probe's scores. */
@Timeout(300)
final class LeanLoopTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static CheckpointModel model;
  private static ProbeRelease probe;

  @TempDir private Path store;
  private LiveTopics world;
  private final Map<StepRef, ActivationsCaptured> captured = new HashMap<>();

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    model = CheckpointModel.load(Path.of("models", "reasoner"));
    probe = ProbeFiles.load(Path.of("models", "reasoner", "probe")).promoted(Instant.EPOCH);
  }

  @AfterAll
  static void stop() {
    model.close();
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
    world.send(world.topics.probes(), probe.id().key(), probe);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldScoreTensorsThatLieInAStore() throws Exception {
    // Given
    Map<String, String> claims = new HashMap<>(world.client);
    claims.put(WireFormat.CLAIM_STORE, store.toString());
    claims.put(WireFormat.CLAIM_ABOVE, "100");

    // When
    generate(3, claims, RecordProfile.PLAIN);
    List<StepScored> scores = scores(claims);

    // Then
    assertThat(scores).allSatisfy(score -> assertScore(score, 1e-4));
    assertThat(objects()).isEqualTo(captured.size());
    assertThat(world.recordsUntil(world.topics.activations(), last()))
        .allSatisfy(record -> assertThat(record.value().length).isLessThan(400));
  }

  @Test
  void shouldScoreProjectedStepsAsTheirTensors() throws Exception {
    // Given
    Cluster cluster = new Cluster(world.client, world.topics);
    SampledChains half = new SampledChains(0.5);

    // When
    try (ChampionWatch champion = ChampionWatch.start(cluster, model.name())) {
      await(champion);
      generate(8, world.client, new EdgeProfile(champion, half, RecordProfile.PLAIN));
    }
    List<StepScored> scores = scores(world.client);

    // Then
    assertThat(scores).allSatisfy(score -> assertScore(score, 1e-4));
    List<ActivationsEvent> sent =
        world.valuesUntil(world.topics.activations(), all -> all.size() == captured.size());
    assertThat(sent)
        .hasAtLeastOneElementOfType(StepProjected.class)
        .hasAtLeastOneElementOfType(ActivationsCaptured.class)
        .allSatisfy(
            event ->
                assertThat(event instanceof ActivationsCaptured)
                    .isEqualTo(half.contains(event.step().chainId())));
  }

  private void assertScore(StepScored score, double tolerance) {
    float[] values = captured.get(score.step()).activations().decode();
    assertThat(score.score()).isCloseTo(probe.score(values), within(tolerance));
    assertThat(score.probe()).isEqualTo(probe.id());
  }

  private static void await(ChampionWatch champion) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (champion.get().isEmpty()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private List<StepScored> scores(Map<String, String> client) throws InterruptedException {
    ScoringSettings settings = new ScoringSettings(world.topics.prefix() + "monitor", client, 1);
    try (Monitor monitor = new Monitor(settings, world.topics, world.meters, Clock.systemUTC())) {
      monitor.start();
      monitor.awaitRunning(PATIENCE);
      return world.valuesUntil(world.topics.scores(), all -> all.size() == captured.size());
    }
  }

  private void generate(int chains, Map<String, String> client, RecordProfile profile)
      throws InterruptedException, ExecutionException {
    CaptureSettings capture =
        new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.BF16);
    ChainGenerator generator = new ChainGenerator(model, capture, Clock.systemUTC());
    PuzzleGenerator puzzles = new PuzzleGenerator(new Random(5), Difficulty.FULL);
    try (Outbox outbox =
        Outbox.open(client, new OutboxSettings(1 << 20, WhenFull.BLOCK), world.meters)) {
      ChainPublisher publisher =
          new ChainPublisher(
              outbox, new WireFormat(client), world.topics, TextPolicy.PUBLISH, profile);
      for (int i = 0; i < chains; i++) {
        PublishedChain chain = publisher.open();
        var unused =
            generator.generate(request(i, puzzles.next().question()), new Tape().andThen(chain));
        chain.acknowledged().get();
      }
    }
  }

  private static ChainRequest request(int number, String question) {
    return new ChainRequest(
        "chain-" + number,
        Optional.empty(),
        question,
        Optional.empty(),
        new SamplingSettings(0.6, 0.95, 160, number));
  }

  private long objects() throws Exception {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private Predicate<ConsumerRecord<byte[], byte[]>> last() {
    int[] left = {captured.size()};
    return record -> --left[0] == 0;
  }

  private final class Tape implements ChainListener {
    @Override
    public void started(ChainStarted event) {}

    @Override
    public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {
      captured.put(step.step(), activations);
    }

    @Override
    public void finished(ChainFinished event) {}
  }
}
