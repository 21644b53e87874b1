package dev.linchpin.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.ChainAblated.Settings;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.StepCompleted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class AblationWorkerTest {
  private static final Settings SETTINGS =
      new Settings(
          AblationMethod.LEAVE_ONE_OUT, AttainabilityMeasure.WORST_STEP, 1, 0, 1, 7, 0.8, 0.8);
  private static final String QUESTION =
      "Find h plus k?\nLet a=3.\nLet d=1.\nh: a plus 4.\nn: d minus a.\nk: d plus 5.\n";
  private static final List<String> STEPS =
      List.of(
          "Need h k.\n", "h: a plus 4 is 3 plus 4 so h=7.\n", "k: d plus 5 is 1 plus 5 so k=6.\n");

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static CausalLm model;

  private LiveTopics world;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    model = CausalLm.load(Path.of("models", "reasoner"));
  }

  @AfterAll
  static void stop() {
    model.close();
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

  /** A worker at work in a thread of its own. */
  private final class Running implements AutoCloseable {
    private final AblationWorker worker =
        new AblationWorker(
            new Ablation(model, SETTINGS, new Elicitation("Answer:", 24)),
            new Cluster(world.client, world.topics),
            new WorkerSettings(world.topics.prefix() + "workers", 1, Duration.ofHours(1)),
            world.meters,
            Clock.systemUTC());
    private final CompletableFuture<Void> end = CompletableFuture.runAsync(this::run);

    private void run() {
      try {
        worker.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      try {
        worker.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      end.join();
    }
  }

  @Test
  void shouldReportWhatItDoesFromItsStartToItsEnd() throws Exception {
    // Given
    publish("b", Optional.of("9"), Optional.of(false));

    // When
    try (Running worker = new Running()) {
      assertThat(world.valuesUntil(world.topics.ablations(), all -> all.size() == 1)).hasSize(1);
      assertThat(worker.end).isNotDone();
    }

    // Then
    List<NodeReported> reports =
        world.valuesUntil(world.topics.nodes(), all -> all.get(all.size() - 1).state().isLast());
    NodeReported last = reports.get(reports.size() - 1);
    assertThat(reports.get(0).state()).isEqualTo(NodeReported.State.STARTING);
    assertThat(last.state()).isEqualTo(NodeReported.State.STOPPED);
    assertThat(last.chains().atOnce()).isEqualTo(1);
    assertThat(last.node().role()).isEqualTo(NodeReported.Role.ABLATION);
    assertThat(last.node().modelFingerprint()).isEqualTo(model.fingerprint());
    assertThat(last.bufferBytes()).isEmpty();
    assertThat(last.tokensPerSecond()).isEmpty();
  }

  @Test
  void shouldTakeEveryFinishedChainApartAndSayWhatItCost() throws Exception {
    // Given
    publish("a", Optional.of("3"), Optional.of(true));
    publish("b", Optional.of("9"), Optional.of(false));
    publish("c", Optional.empty(), Optional.empty());

    // When
    List<ChainAblated> results;
    try (Running worker = new Running()) {
      results = world.valuesUntil(world.topics.ablations(), all -> all.size() == 3);
      assertThat(worker.end).isNotDone();
    }

    // Then
    assertThat(results)
        .extracting(result -> result.chainId() + " " + result.outcome())
        .containsExactlyInAnyOrder("a LABELLED", "b INCORRECT", "c NOTHING_TO_ASK");
    ChainAblated labelled = of(results, "a");
    assertThat(labelled.settings()).isEqualTo(SETTINGS);
    assertThat(labelled.steps()).hasSize(3);
    assertThat(labelled.forwardPasses()).isPositive();
    assertThat(labelled.elapsed()).isPositive();
    assertThat(labelled.modelFingerprint()).isEqualTo(model.fingerprint());
    assertThat(of(results, "b").steps()).isEmpty();
    assertThat(world.meters.counter("linchpin.ablations", "outcome", "LABELLED").count())
        .isEqualTo(1);
  }

  @Test
  void shouldPassOverWhatItCannotUse() throws Exception {
    // Given
    world.send(world.topics.steps(), "a", new byte[] {9, 9});
    world.send(world.topics.chains(), "x", new byte[0]);
    begin("other", "beef", Optional.of("3"));
    end("other", Optional.of(true));
    begin("strange", model.fingerprint(), "Quo vadis?", Optional.of("3"));
    end("strange", Optional.of(true));
    publish("a", Optional.of("3"), Optional.of(true));

    // When
    List<ChainAblated> results;
    try (Running worker = new Running()) {
      results = world.valuesUntil(world.topics.ablations(), all -> all.size() == 2);
      assertThat(worker.end).isNotDone();
    }

    // Then
    assertThat(of(results, "a").outcome()).isEqualTo(Outcome.LABELLED);
    assertThat(of(results, "strange").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(world.meters.counter("linchpin.ablation.skipped", "reason", "UNREADABLE").count())
        .isEqualTo(2);
  }

  @Test
  void shouldShareTheChainsAndLeaveThemToOthersWhenItStops() throws Exception {
    // Given
    Set<String> chains = chains(0, 12);
    chains.forEach(chain -> publish(chain, Optional.of("3"), Optional.of(true)));

    // When
    try (Running first = new Running()) {
      try (Running second = new Running()) {
        var unused = world.valuesUntil(world.topics.ablations(), all -> all.size() >= 4);
        assertThat(second.end).isNotDone();
      }
      chains.addAll(chains(12, 18));
      chains(12, 18).forEach(chain -> publish(chain, Optional.of("3"), Optional.of(true)));
      List<ChainAblated> all =
          world.valuesUntil(
              world.topics.ablations(), results -> ids(results).size() == chains.size());

      // Then
      assertThat(ids(all)).isEqualTo(chains);
      assertThat(all)
          .extracting(result -> result.steps().stream().map(ChainAblated.Step::label).toList())
          .containsOnly(all.get(0).steps().stream().map(ChainAblated.Step::label).toList());
      assertThat(first.end).isNotDone();
    }
  }

  @Test
  void shouldTakeUpAChainAgainThatIsNotCommitted() throws Exception {
    // Given: a chain whose end comes while nobody is at work
    begin("late", model.fingerprint(), Optional.of("3"));
    publish("a", Optional.of("3"), Optional.of(true));
    try (Running worker = new Running()) {
      var unused = world.valuesUntil(world.topics.ablations(), all -> all.size() == 1);
      assertThat(worker.end).isNotDone();
    }

    // When
    end("late", Optional.of(true));
    List<ChainAblated> results;
    try (Running again = new Running()) {
      results =
          world.valuesUntil(world.topics.ablations(), all -> ids(all).equals(Set.of("a", "late")));
      assertThat(again.end).isNotDone();
    }

    // Then
    assertThat(of(results, "late").outcome()).isEqualTo(Outcome.LABELLED);
  }

  private static ChainAblated of(List<ChainAblated> results, String chainId) {
    return results.stream().filter(r -> r.chainId().equals(chainId)).findFirst().orElseThrow();
  }

  private static Set<String> ids(List<ChainAblated> results) {
    return results.stream()
        .map(ChainAblated::chainId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> chains(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "chain-" + i)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void publish(String chainId, Optional<String> key, Optional<Boolean> correct) {
    begin(chainId, model.fingerprint(), key);
    end(chainId, correct);
  }

  private void begin(String chainId, String fingerprint, Optional<String> key) {
    begin(chainId, fingerprint, QUESTION, key);
  }

  private void begin(String chainId, String fingerprint, String question, Optional<String> key) {
    ChainStarted sample = SampleEvents.chainStarted();
    world.send(
        world.topics.chains(),
        chainId,
        new ChainStarted(
            chainId,
            sample.problemId(),
            model.name(),
            fingerprint,
            question,
            key,
            sample.sampling(),
            sample.startedAt()));
  }

  private void end(String chainId, Optional<Boolean> correct) {
    for (int i = 0; i < STEPS.size(); i++) {
      world.send(
          world.topics.steps(),
          chainId,
          new StepCompleted(
              new StepRef(chainId, i),
              Optional.of(STEPS.get(i)),
              20 + i,
              21 + i,
              SampleEvents.NOW,
              SampleEvents.NOW,
              -0.1));
    }
    world.send(
        world.topics.chains(),
        chainId,
        new ChainFinished(
            chainId,
            ChainFinished.FinishReason.STOP,
            "h=7 plus k=6 total=3.",
            correct,
            STEPS.size(),
            20,
            64,
            SampleEvents.NOW));
  }
}
