package dev.linchpin.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.StepLabelled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker, join and trainer are killed again and again, and the labels are the same. */
@Timeout(600)
final class LoopKillTest {
  private static final int CHAINS = 40;
  private static final int KILLS_OF_EACH = 7;
  private static final long SEED = 20261124;
  private static final int LONGEST_LIFE_MS = 4_000;

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @Test
  void shouldEndWithTheSameLabelsWhoeverIsKilled() throws Exception {
    // Given
    RecordedChains chains = RecordedChains.of(CHAINS, SEED);
    try (LiveTopics calm = new LiveTopics(kafka, registry, "calm.");
        LiveTopics stormy = new LiveTopics(kafka, registry, "stormy.")) {
      chains.publish(calm);
      chains.publish(stormy);
      Map<StepRef, StepLabelled> expected;
      try (Crew crew = new Crew(calm)) {
        expected = labels(calm);
        assertThat(crew.alive()).isTrue();
      }

      // When
      Map<StepRef, StepLabelled> labels;
      try (Crew crew = new Crew(stormy)) {
        for (LoopRole role : victims()) {
          crew.kill(role);
        }
        labels = labels(stormy);
        assertThat(crew.alive()).isTrue();
      }

      // Then
      assertThat(labels.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(CHAINS);
      labels.forEach((step, label) -> assertSame(label, expected.get(step)));
      assertThat(probe(stormy)).isEqualTo(probe(calm));
    }
  }

  /** Each role so often, in random order. */
  private static List<LoopRole> victims() {
    List<LoopRole> victims = new ArrayList<>();
    for (LoopRole role : LoopRole.values()) {
      victims.addAll(Collections.nCopies(KILLS_OF_EACH, role));
    }
    Collections.shuffle(victims, new Random(SEED));
    assertThat(victims).hasSizeGreaterThanOrEqualTo(20);
    return victims;
  }

  /** All roles at work; whoever is killed is replaced. */
  private static final class Crew implements AutoCloseable {
    private final Map<LoopRole, Process> processes = new EnumMap<>(LoopRole.class);
    private final Random random = new Random(SEED);
    private final LiveTopics world;

    Crew(LiveTopics world) {
      this.world = world;
      for (LoopRole role : LoopRole.values()) {
        processes.put(role, role.start(world, folder));
      }
    }

    boolean alive() {
      return processes.values().stream().allMatch(Process::isAlive);
    }

    /** At a random moment of its life. */
    void kill(LoopRole role) throws InterruptedException {
      Process victim = processes.get(role);
      boolean diedByItself = victim.waitFor(random.nextInt(LONGEST_LIFE_MS), TimeUnit.MILLISECONDS);
      assertThat(diedByItself).as("%s", role).isFalse();
      victim.destroyForcibly().waitFor();
      processes.put(role, role.start(world, folder));
    }

    @Override
    public void close() {
      processes.values().forEach(Process::destroyForcibly);
    }
  }

  /** The last label of every step, once every chain is taken apart and all its labels are there. */
  private static Map<StepRef, StepLabelled> labels(LiveTopics world) {
    Map<String, ChainAblated> ablations = new HashMap<>();
    var unused =
        world.valuesUntil(
            world.topics.ablations(),
            all -> {
              ChainAblated last = all.get(all.size() - 1);
              ablations.putIfAbsent(last.chainId(), last);
              return ablations.size() == CHAINS;
            });
    long expected =
        ablations.values().stream()
            .flatMap(ablation -> ablation.steps().stream())
            .filter(step -> step.label() != StepLabel.UNLABELLED)
            .count();
    Map<StepRef, StepLabelled> labels = new HashMap<>();
    var read =
        world.valuesUntil(
            world.topics.labels(),
            all -> {
              StepLabelled last = all.get(all.size() - 1);
              labels.put(last.step(), last);
              return labels.size() == expected;
            });
    assertThat(read).as("labels written, each once").hasSameSizeAs(labels.keySet());
    return labels;
  }

  private static void assertSame(StepLabelled label, StepLabelled expected) {
    assertThat(label).usingRecursiveComparison().ignoringFields("ablatedAt").isEqualTo(expected);
  }

  /** What is trained from all labels, and with which figures. */
  private static List<Object> probe(LiveTopics world) {
    ProbeRelease release =
        LoopRole.follower(
                world.client, world.topics, folder.resolve(world.topics.prefix() + "once"))
            .trainOnce()
            .orElseThrow();
    List<Object> facts = new ArrayList<>();
    for (float weight : ((LinearProbe) release.probe()).weights()) {
      facts.add(weight);
    }
    facts.add(release.calibration());
    facts.add(release.metrics());
    return facts;
  }
}
