package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node against a real broker and registry. */
@Timeout(120)
final class InferenceNodeTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static KafkaWorld world;

  @BeforeAll
  static void start() {
    world = KafkaWorld.start(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void shouldTurnEveryProblemIntoAChainInOrder() throws Exception {
    Cluster cluster = world.install("order.");
    Topics topics = cluster.topics();
    for (int i = 0; i < 6; i++) {
      pose(topics, "p" + i);
    }

    try (RunningNode node = new RunningNode(threeSteps(), cluster, 2, GRACE)) {
      assertThat(node).isNotNull();
      assertThat(world.read(topics.chains(), 12)).hasSize(12);
    }

    Map<String, List<ChainEvent>> chains =
        world.read(topics.chains(), 12).stream().collect(groupingBy(ChainEvent::chainId));
    assertThat(chains)
        .hasSize(6)
        .allSatisfy(
            (id, events) -> {
              assertThat(events).hasSize(2);
              assertThat(events.get(0)).isInstanceOf(ChainStarted.class);
              assertThat(events.get(1))
                  .asInstanceOf(type(ChainFinished.class))
                  .extracting(ChainFinished::reason, ChainFinished::correct, ChainFinished::steps)
                  .containsExactly(FinishReason.STOP, Optional.of(true), 3);
            });
    assertThat(world.read(topics.steps(), 18).stream().map(StepCompleted::step).toList())
        .hasSize(18)
        .satisfies(InferenceNodeTest::countFromZeroInEachChain);
    assertThat(world.read(topics.activations(), 18).stream().map(ActivationsEvent::step).toList())
        .hasSize(18)
        .satisfies(InferenceNodeTest::countFromZeroInEachChain);
    assertThat(world.committed("order." + RunningNode.GROUP)).isEqualTo(6);
  }

  @Test
  void shouldSetAMalformedProblemAsideAndGoOn() throws Exception {
    Cluster cluster = world.install("malformed.");
    Topics topics = cluster.topics();
    world.writeBytes(topics.problems(), "k", "not avro".getBytes(UTF_8));
    pose(topics, "good");

    try (RunningNode node = new RunningNode(threeSteps(), cluster, 1, GRACE)) {
      assertThat(node).isNotNull();
      assertThat(world.read(topics.chains(), 2)).hasSize(2);
      assertThat(world.readRecords(topics.deadLetters(), 1)).hasSize(1);
    }

    ConsumerRecord<byte[], byte[]> letter = world.readRecords(topics.deadLetters(), 1).get(0);
    assertThat(letter.key()).asString(UTF_8).isEqualTo("k");
    assertThat(letter.value()).asString(UTF_8).isEqualTo("not avro");
    assertThat(DeadLetter.of(letter.headers()))
        .extracting(DeadLetter::reason, DeadLetter::topic)
        .containsExactly("NOT_CONFLUENT_FORMAT", "malformed.problems");
    assertThat(world.committed("malformed." + RunningNode.GROUP)).isEqualTo(2);
  }

  @Test
  void shouldTakeUpAProblemWhoseNodeWasStoppedInMidChain() throws Exception {
    Cluster cluster = world.install("killed.");
    Topics topics = cluster.topics();
    pose(topics, "p");
    StuckModel stuck = new StuckModel();
    try (RunningNode first = new RunningNode(stuck, cluster, 1, Duration.ZERO)) {
      assertThat(first).isNotNull();
      stuck.reached.await();
      assertThat(world.read(topics.activations(), 1)).hasSize(1);
    }

    try (RunningNode second = new RunningNode(threeSteps(), cluster, 1, GRACE)) {
      assertThat(second).isNotNull();
      assertThat(world.read(topics.chains(), 3)).hasSize(3);
    }

    List<ChainEvent> chains = world.read(topics.chains(), 3);
    String chainId = chains.get(0).chainId();
    assertThat(chains).extracting(ChainEvent::chainId).containsOnly(chainId);
    assertThat(chains.get(2)).isInstanceOf(ChainFinished.class);
    assertThat(world.read(topics.steps(), 4))
        .extracting(StepCompleted::step, s -> s.text().orElseThrow())
        .containsExactly(
            tuple(new StepRef(chainId, 0), "A.\n"),
            tuple(new StepRef(chainId, 0), "A.\n"),
            tuple(new StepRef(chainId, 1), "B.\n"),
            tuple(new StepRef(chainId, 2), "C.\n"));
    assertThat(world.committed("killed." + RunningNode.GROUP)).isEqualTo(1);
  }

  @Test
  void shouldLetChainsFinishWithinTheGrace() throws Exception {
    Cluster cluster = world.install("grace.");
    Topics topics = cluster.topics();
    pose(topics, "p");
    StuckModel model = new StuckModel();
    RunningNode node = new RunningNode(model, cluster, 1, GRACE);
    model.reached.await();

    model.go.countDown();
    node.close();

    assertThat(world.read(topics.chains(), 2)).hasSize(2);
    assertThat(world.committed("grace." + RunningNode.GROUP)).isEqualTo(1);
  }

  @Test
  void shouldReportWhatItDoesFromItsStartToItsEnd() throws Exception {
    Cluster cluster = world.install("reports.");
    Topics topics = cluster.topics();
    pose(topics, "p");

    try (RunningNode node = new RunningNode(threeSteps(), cluster, 2, GRACE)) {
      assertThat(node).isNotNull();
      assertThat(world.read(topics.chains(), 2)).hasSize(2);
    }

    List<NodeReported> reports = world.readAll(topics.nodes());
    NodeReported first = reports.get(0);
    assertThat(first.state()).isEqualTo(State.STARTING);
    assertThat(first.node())
        .extracting(Node::name, Node::role, Node::model)
        .containsExactly(RunningNode.NAME, Role.INFERENCE, "scripted");
    assertThat(first.bufferBytes()).hasValue(1 << 20);
    assertThat(first.tokensPerSecond()).isEmpty();
    NodeReported last = reports.get(reports.size() - 1);
    assertThat(last.state()).isEqualTo(State.STOPPED);
    assertThat(last.node()).isEqualTo(first.node());
    assertThat(last.chains()).isEqualTo(new Chains(0, 2, 1));
    assertThat(last.bufferUsedBytes()).hasValue(0);
    assertThat(last.tokensPerSecond()).isPresent();
    assertThat(last.reportedAt()).isAfter(first.reportedAt());
  }

  private static ScriptedModel threeSteps() {
    return ScriptedModel.saying("A|.\n|B|.\n|C|.\n|Answer:| 4|.\n");
  }

  /** Says the same, but stops after the first step until it is told to go. */
  private static final class StuckModel extends ScriptedModel {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    StuckModel() {
      super(List.of("A", ".\n", "B", ".\n", "C", ".\n", "Answer:", " 4", ".\n"));
    }

    @Override
    public Continuation begin(int[] prompt, SamplingSettings sampling) {
      Continuation script = super.begin(prompt, sampling);
      return new Continuation() {
        @Override
        public Optional<Draw> draw() {
          return script.draw();
        }

        @Override
        public void feed(Draw draw) {
          if (draw.piece().equals("B")) {
            waitForGo();
          }
          script.feed(draw);
        }

        @Override
        public float[] residuals() {
          return script.residuals();
        }

        @Override
        public void close() {
          script.close();
        }
      };
    }

    private void waitForGo() {
      reached.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static void pose(Topics topics, String id) throws Exception {
    world.write(topics.problems(), id, new ProblemPosed(id, "x?", Optional.of("4"), Instant.EPOCH));
  }

  private static void countFromZeroInEachChain(List<? extends StepRef> steps) {
    Map<String, List<Integer>> byChain =
        steps.stream().collect(groupingBy(StepRef::chainId, mapping(StepRef::stepIndex, toList())));
    assertThat(byChain).hasSize(6);
    assertThat(byChain.values()).containsOnly(List.of(0, 1, 2));
  }
}
