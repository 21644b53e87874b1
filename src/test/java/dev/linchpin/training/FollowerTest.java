package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.catalogue.UntrainedProbe;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class FollowerTest {
  private static final String MODEL = "tiny";
  private static final CaptureShape SHAPE = new CaptureShape(1, 2, Pooling.MEAN);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int STEPS = 4;
  private static final ProbeId UNTRAINED = new ProbeId(MODEL, UntrainedProbe.NAME, 1);
  private static final ProbeId TRAINED = new ProbeId(MODEL, "test", 2);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private final BlockingQueue<FollowerEvent> heard = new LinkedBlockingQueue<>();
  private LiveTopics world;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void createWorld(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldGoFromLabelsToAPromotedProbe() throws Exception {
    // Given
    label(0, 60, NOW.minusSeconds(60), UNTRAINED);
    try (Running follower = new Running(new Random(1))) {
      ProbeRelease challenger = await(FollowerEvent.Trained.class).challenger();

      // When
      label(60, 80, NOW.plusSeconds(60), UNTRAINED, challenger.id());
      FollowerEvent.Promoted promoted = await(FollowerEvent.Promoted.class);

      // Then
      assertThat(challenger.id()).isEqualTo(TRAINED);
      assertThat(challenger.lifecycle().parentVersion()).contains(1);
      assertThat(challenger.metrics()).containsEntry("labels", 240.0);
      assertThat(promoted.from()).isEqualTo(UNTRAINED);
      assertThat(promoted.to()).isEqualTo(TRAINED);
      assertThat(promoted.decision().champion().auroc()).isEqualTo(0.5);
      assertThat(promoted.decision().challenger().auroc()).isGreaterThan(0.9);
      assertThat(follower.end).isNotDone();
    }
    assertThat(published())
        .containsExactly(
            "untrained/1 CHAMPION", "test/2 CHALLENGER", "test/2 CHAMPION", "untrained/1 RETIRED");
  }

  @Test
  void shouldNotHoldAChallengerAgainstChainsOfItsTraining() throws Exception {
    // Given
    label(0, 60, NOW.minusSeconds(60), UNTRAINED);

    try (Running follower = new Running(new Random(1))) {
      ProbeId challenger = await(FollowerEvent.Trained.class).challenger().id();

      // When: old steps are scored again, then too few new ones, then enough
      label(0, 60, NOW.minusSeconds(60), UNTRAINED, challenger);
      label(60, 63, NOW.plusSeconds(60), UNTRAINED, challenger);
      label(63, 75, NOW.plusSeconds(60), UNTRAINED, challenger);
      FollowerEvent.Promoted promoted = await(FollowerEvent.Promoted.class);

      // Then
      assertThat(promoted.decision().chains()).isBetween(5, 15);
      assertThat(follower.end).isNotDone();
    }
  }

  @Test
  void shouldTrainAgainWhenTheChampionBecomesWorse() throws Exception {
    // Given: a champion, and new labels that alone are no reason to train
    label(0, 60, NOW.minusSeconds(60), UNTRAINED);
    try (Running follower = new Running(new Random(1))) {
      ProbeId champion = await(FollowerEvent.Trained.class).challenger().id();
      label(60, 80, NOW.plusSeconds(60), UNTRAINED, champion);
      var unused = await(FollowerEvent.Promoted.class);
      label(80, 120, NOW.plusSeconds(60), champion);

      // When
      evaluate(champion, 0.6);
      FollowerEvent.Training training = await(FollowerEvent.Training.class);

      // Then
      assertThat(training.trigger()).isEqualTo(RetrainPolicy.Trigger.QUALITY);
      assertThat(await(FollowerEvent.Trained.class).challenger().id().version()).isEqualTo(3);
      assertThat(follower.end).isNotDone();
    }
  }

  private void evaluate(ProbeId probe, double auroc) {
    OptionalDouble none = OptionalDouble.empty();
    world.send(
        world.topics.evaluations(),
        probe.key(),
        new ProbeEvaluated(
            probe,
            200,
            200,
            50,
            new ProbeEvaluated.Figures(
                OptionalDouble.of(auroc), none, none, none, none, none, none, none, none),
            ProbeEvaluated.Bands.NONE,
            0,
            0,
            new ProbeEvaluated.Delays(List.of(), none),
            new ProbeEvaluated.Drift(0, none, none),
            List.of(),
            NOW.plusSeconds(100)));
  }

  @Test
  void shouldCountDeletedActivationsAndTrainOnTheOthers() throws Exception {
    // Given
    List<LogAddress> addresses = label(0, 80, NOW.minusSeconds(60), UNTRAINED);
    int deleted = deleteFirst(addresses, 30);

    // When
    try (Running follower = new Running(new Random(1))) {
      FollowerEvent.Lost lost = await(FollowerEvent.Lost.class);
      ProbeRelease challenger = await(FollowerEvent.Trained.class).challenger();

      // Then
      assertThat(deleted).isPositive();
      assertThat(lost.losses()).isEqualTo(new Losses(deleted, 0, 0, 0, 0));
      assertThat(challenger.metrics()).containsEntry("labels", 320.0 - deleted);
      assertThat(follower.end).isNotDone();
    }
  }

  @Test
  void shouldMakeTheSameProbeAfterAStopInMidTraining() throws Exception {
    // Given
    label(0, 60, NOW.minusSeconds(60), UNTRAINED);
    try (Running first = new Running(new Random(1))) {
      var unused = await(FollowerEvent.Epoch.class);
      assertThat(first.end).isNotDone();
    }
    assertThat(published()).containsExactly("untrained/1 CHAMPION");

    // When
    ProbeRelease interrupted;
    try (Running second = new Running(new Random(2))) {
      interrupted = await(FollowerEvent.Trained.class).challenger();
      assertThat(second.end).isNotDone();
    }

    // Then
    FollowerSettings settings = settings(folder.resolve("once"));
    ProbeRelease undisturbed =
        new Follower(cluster(), settings, InstantSource.fixed(NOW), event -> {})
            .trainOnce()
            .orElseThrow();
    assertThat(interrupted.id()).isEqualTo(TRAINED);
    assertThat(((LinearProbe) interrupted.probe()).weights())
        .containsExactly(((LinearProbe) undisturbed.probe()).weights());
    assertThat(interrupted.calibration()).isEqualTo(undisturbed.calibration());
    assertThat(interrupted.metrics()).isEqualTo(undisturbed.metrics());
  }

  @Test
  void shouldSayWhatIsLackingAndWaitForIt() throws Exception {
    // Given: all of one class
    for (int chain = 0; chain < 60; chain++) {
      for (int step = 0; step < STEPS; step++) {
        LogAddress at = capture("c" + chain, step, true, new Random(chain));
        label("c" + chain, step, true, at, NOW.minusSeconds(60), List.of(UNTRAINED));
      }
    }

    try (Running follower = new Running(new Random(1))) {
      FollowerEvent.Postponed postponed = await(FollowerEvent.Postponed.class);

      // When
      label(60, 120, NOW.minusSeconds(60), UNTRAINED);
      ProbeRelease challenger = await(FollowerEvent.Trained.class).challenger();

      // Then
      assertThat(postponed.reason()).startsWith("expected important and removable steps");
      assertThat(challenger.id()).isEqualTo(TRAINED);
      assertThat(follower.end).isNotDone();
    }
  }

  /** A follower at work in a thread of its own. */
  private final class Running implements AutoCloseable {
    private final Follower follower;
    private final CompletableFuture<Void> end;

    Running(Random cacheNames) {
      Path cache = folder.resolve(world.topics.prefix() + cacheNames.nextInt());
      follower = new Follower(cluster(), settings(cache), InstantSource.fixed(NOW), heard::add);
      end = CompletableFuture.runAsync(follower::run);
    }

    @Override
    public void close() {
      try {
        follower.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      end.join();
    }
  }

  private Cluster cluster() {
    return new Cluster(world.client, world.topics);
  }

  private static FollowerSettings settings(Path cache) {
    return new FollowerSettings(
        Optional.empty(),
        "test",
        LayerView.LAYERWISE,
        new TrainingSettings(
            ProbeKind.LINEAR,
            new Hyperparameters(1, 0.05f, 1e-4f, 16, 6),
            FlagPrecision.DEFAULT,
            7),
        new RetrainPolicy(120, 10_000, Optional.empty(), OptionalDouble.of(0.7)),
        new PromotionGate.Settings(5, 1_000, 0.3, 7),
        cache);
  }

  private <E extends FollowerEvent> E await(Class<E> type) throws InterruptedException {
    while (true) {
      FollowerEvent event = heard.take();
      if (type.isInstance(event)) {
        return type.cast(event);
      }
    }
  }

  /** What is on the probes topic, in its order; the test's probes share a partition or not. */
  private List<String> published() {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster(), InstantSource.fixed(NOW))) {
      int records = catalogue.read().all().size();
      List<String> history = new ArrayList<>();
      var unused =
          world.valuesUntil(
              world.topics.probes(),
              all -> {
                ProbeRelease last = all.get(all.size() - 1);
                history.add(last.id().name() + "/" + last.id().version() + " " + last.status());
                return settled(all, catalogue.read()) && records > 0;
              });
      return history;
    }
  }

  private static boolean settled(List<ProbeRelease> read, ProbeHeads heads) {
    Map<ProbeId, ProbeStatus> latest = new HashMap<>();
    read.forEach(release -> latest.put(release.id(), release.status()));
    return heads.all().stream().allMatch(head -> head.status() == latest.get(head.id()));
  }

  private int deleteFirst(List<LogAddress> addresses, long below) throws Exception {
    TopicPartition partition = new TopicPartition(world.topics.activations().name(), 0);
    try (Admin admin = Admin.create(new HashMap<>(world.client))) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(below))).all().get();
    }
    return (int) addresses.stream().filter(a -> a.partition() == 0 && a.offset() < below).count();
  }

  /** Captures and labels chains, scored by some probes; every other step is important. */
  private List<LogAddress> label(int from, int to, Instant completedAt, ProbeId... probes) {
    List<LogAddress> addresses = new ArrayList<>();
    for (int chain = from; chain < to; chain++) {
      Random random = new Random(chain);
      for (int step = 0; step < STEPS; step++) {
        boolean important = step % 2 == 0;
        LogAddress at = capture("c" + chain, step, important, random);
        label("c" + chain, step, important, at, completedAt, List.of(probes));
        addresses.add(at);
      }
    }
    return addresses;
  }

  private LogAddress capture(String chainId, int step, boolean important, Random random) {
    float[] values = {
      (float) ((important ? 1 : -1) + random.nextGaussian() / 2), (float) random.nextGaussian()
    };
    return world.send(
        world.topics.activations(),
        chainId,
        new ActivationsCaptured(
            new StepRef(chainId, step),
            MODEL,
            "f00d",
            NOW,
            StepActivations.encode(SHAPE, NumberFormat.F32, values)));
  }

  private void label(
      String chainId,
      int step,
      boolean important,
      LogAddress at,
      Instant completedAt,
      List<ProbeId> probes) {
    Stream<StepLabelled.Score> scores =
        probes.stream()
            .map(
                probe ->
                    probe.equals(UNTRAINED)
                        ? new StepLabelled.Score(
                            probe, ProbeStatus.CHAMPION, 0.5, Verdict.UNCERTAIN)
                        : new StepLabelled.Score(
                            probe,
                            ProbeStatus.CHALLENGER,
                            important ? 0.9 : 0.1,
                            Verdict.UNCERTAIN));
    world.send(
        world.topics.labels(),
        chainId,
        new StepLabelled(
            new StepRef(chainId, step),
            MODEL,
            "f00d",
            important ? StepLabel.IMPORTANT : StepLabel.REMOVABLE,
            AblationMethod.INFLUENCE,
            AttainabilityMeasure.WORST_STEP,
            at,
            completedAt,
            completedAt.plusSeconds(1),
            scores.toList()));
  }
}
