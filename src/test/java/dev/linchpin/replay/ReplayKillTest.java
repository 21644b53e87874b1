package dev.linchpin.replay;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.replay.compare.Verification;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.StepScored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
final class ReplayKillTest {
  private static final int KILLS = 10;
  private static final int CHAINS = 6;
  private static final int STEPS = 100;
  private static final int LONGEST_LIFE_MS = 6_000;

  @TempDir private Path broker;
  @TempDir private Path state;

  @Test
  void shouldGiveTheSameRunHoweverOftenItIsKilled() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(broker);
        EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers());
        ReplayWorld world = new ReplayWorld(kafka, registry, "killed.", state)) {
      // Given
      world.promote(ReplayWorld.probe(1));
      world.capture(CHAINS, STEPS, Duration.ofMillis(100));
      world.send(world.topics.activations(), "chain-0", new byte[] {1, 2, 3});
      ReplayRequested undisturbed = world.define("undisturbed");
      ReplayProgress expected = world.finish(undisturbed);
      ReplayRequested killed =
          world.define(
              "killed",
              RangeRequest.EVERYTHING,
              Set.of(),
              OptionalDouble.of(0.5),
              new ProbeChoice.Running());

      // When
      Random random = new Random(20260418);
      for (int kill = 0; kill < KILLS; kill++) {
        Process process = ReplayProcess.start(world, killed);
        boolean endedByItself =
            process.waitFor(1 + random.nextInt(LONGEST_LIFE_MS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        assertThat(endedByItself).isFalse();
      }
      ReplayProgress end = world.finish(hurried(killed));

      // Then
      assertThat(end).isEqualTo(expected);
      assertThat(end.scored()).isEqualTo(CHAINS * STEPS);
      assertThat(end.deadLettered()).isEqualTo(Map.of("NOT_CONFLUENT_FORMAT", 1L));
      Verification same = Verification.of(scores(world, undisturbed), scores(world, killed));
      assertThat(same).isEqualTo(new Verification(CHAINS * STEPS, 0, 0, 0, Optional.empty()));
    }
  }

  /** The same run without a pace. */
  private static ReplayRequested hurried(ReplayRequested run) {
    return new ReplayRequested(
        run.run(),
        run.requestedAt(),
        run.ranges(),
        run.chains(),
        run.model(),
        run.fromTime(),
        run.untilTime(),
        run.probes(),
        OptionalDouble.empty(),
        false);
  }

  /** Each step must be there once: a second score of a step would be refused. */
  private static Map<StepRef, StepScored> scores(ReplayWorld world, ReplayRequested run) {
    List<StepScored> all = world.scores(run, CHAINS * STEPS);
    return all.stream().collect(toMap(StepScored::step, score -> score));
  }
}
