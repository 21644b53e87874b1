package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back. */
@Timeout(180)
final class OutageTest {

  private static final int STEPS = 20;
  private static final int LAYERS = 4;
  private static final int HIDDEN = 1024;

  @TempDir Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private KafkaWorld world;
  private Cluster cluster;

  @BeforeEach
  void start() throws Exception {
    world = KafkaWorld.start(folder);
    cluster = world.install("");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void shouldDeliverEverythingInOrderAfterTheBrokerWasAway() throws Exception {
    Topics topics = cluster.topics();
    try (Outbox outbox = outbox(WhenFull.BLOCK, OutboxSettings.DEFAULT_BUFFER_BYTES)) {
      ChainPublisher publisher = publisher(outbox, TextPolicy.PUBLISH);
      tell(publisher.open(), "before").acknowledged().get(30, TimeUnit.SECONDS);

      world.stopBroker();
      PublishedChain during = tell(publisher.open(), "during");
      assertThat(during.acknowledged()).isNotDone();
      world.startBroker();
      during.acknowledged().get(60, TimeUnit.SECONDS);
    }

    assertThat(world.read(topics.chains(), 4)).hasSize(4);
    assertThat(
            stepsOf(
                "during",
                world.read(topics.steps(), 2 * STEPS).stream().map(StepCompleted::step).toList()))
        .containsExactlyElementsOf(IntStream.range(0, STEPS).boxed().toList());
    assertThat(
            stepsOf(
                "during",
                world.read(topics.activations(), 2 * STEPS).stream()
                    .map(ActivationsEvent::step)
                    .toList()))
        .containsExactlyElementsOf(IntStream.range(0, STEPS).boxed().toList());
    assertThat(meters.counter("linchpin.inference.records.failed").count()).isZero();
  }

  @Test
  void shouldKeepLightRecordsAndCountWhatItDropsWhileTheBrokerIsAway() throws Exception {
    Topics topics = cluster.topics();
    // Room for about five steps' activations.
    try (Outbox outbox = outbox(WhenFull.DROP_ACTIVATIONS, 100 << 10)) {
      ChainPublisher publisher = publisher(outbox, TextPolicy.WITHHOLD);
      tell(publisher.open(), "before").acknowledged().get(30, TimeUnit.SECONDS);
      double droppedBefore = dropped();

      world.stopBroker();
      PublishedChain during = tell(publisher.open(), "during");
      world.startBroker();
      during.acknowledged().get(60, TimeUnit.SECONDS);

      int dropped = (int) (dropped() - droppedBefore);
      assertThat(dropped).isBetween(10, STEPS);
    }

    int kept = 2 * STEPS - (int) dropped();
    List<StepCompleted> steps = world.read(topics.steps(), 2 * STEPS);
    assertThat(steps)
        .hasSize(2 * STEPS)
        .extracting(StepCompleted::text)
        .containsOnly(Optional.empty());
    assertThat(world.read(topics.activations(), kept)).hasSize(kept);
    assertThat(world.read(topics.chains(), 4))
        .filteredOn(ChainStarted.class::isInstance)
        .extracting(event -> ((ChainStarted) event).prompt())
        .containsOnly("");
    assertThat(world.read(topics.chains(), 4))
        .filteredOn(ChainFinished.class::isInstance)
        .extracting(event -> ((ChainFinished) event).answer())
        .containsOnly("");
  }

  private double dropped() {
    return meters.counter("linchpin.inference.activations.dropped").count();
  }

  private static List<Integer> stepsOf(String chainId, List<StepRef> steps) {
    return steps.stream()
        .filter(step -> step.chainId().equals(chainId))
        .map(StepRef::stepIndex)
        .toList();
  }

  private Outbox outbox(WhenFull whenFull, long bytes) {
    return Outbox.open(cluster.client(), new OutboxSettings(bytes, whenFull), meters);
  }

  private ChainPublisher publisher(Outbox outbox, TextPolicy text) {
    return new ChainPublisher(outbox, new WireFormat(cluster.client()), cluster.topics(), text);
  }

  /** A whole chain at once. */
  private static PublishedChain tell(PublishedChain chain, String id) throws Exception {
    chain.started(
        new ChainStarted(
            id,
            Optional.empty(),
            "m",
            "f",
            "what?",
            Optional.of("4"),
            ScriptedModel.SAMPLING,
            Instant.EPOCH));
    for (int i = 0; i < STEPS; i++) {
      StepRef step = new StepRef(id, i);
      chain.stepCompleted(
          new StepCompleted(step, Optional.of("A."), i, i + 1, Instant.EPOCH, Instant.EPOCH, -1),
          new ActivationsCaptured(step, "m", "f", Instant.EPOCH, activations()));
    }
    chain.finished(
        new ChainFinished(
            id, FinishReason.STOP, "4", Optional.of(true), STEPS, 1, STEPS, Instant.EPOCH));
    return chain;
  }

  private static StepActivations activations() {
    return StepActivations.encode(
        new CaptureShape(LAYERS, HIDDEN, Pooling.MEAN),
        NumberFormat.F32,
        new float[LAYERS * HIDDEN]);
  }
}
