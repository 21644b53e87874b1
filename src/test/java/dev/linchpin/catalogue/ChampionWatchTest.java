package dev.linchpin.catalogue;

import static dev.linchpin.catalogue.PublishedProbes.MODEL;
import static dev.linchpin.catalogue.PublishedProbes.TRAINED;
import static dev.linchpin.catalogue.PublishedProbes.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ChampionWatchTest {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

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

  @Test
  void shouldFollowTheChampionOfItsModelThroughPromotionAndRetirement() throws Exception {
    try (LiveTopics world = new LiveTopics(kafka, registry, "watch.");
        ProbeCatalogue catalogue = new ProbeCatalogue(cluster(world), Clock.systemUTC());
        ChampionWatch watch = ChampionWatch.start(cluster(world), MODEL)) {
      // Given
      ProbeRelease foreign =
          release(new ProbeId("other", "layerwise", 9), ProbeLifecycle.firstChampion(TRAINED));
      world.send(world.topics.probes(), foreign.id().key(), foreign);
      catalogue.publishFirst(release(1));
      await(watch, Optional.of(1));

      // When
      catalogue.publishChallenger(release(2));
      catalogue.promote(PublishedProbes.id(2));

      // Then
      await(watch, Optional.of(2));
      catalogue.retire(PublishedProbes.id(2));
      await(watch, Optional.empty());
    }
  }

  private static Cluster cluster(LiveTopics world) {
    return new Cluster(world.client, world.topics);
  }

  private static void await(ChampionWatch watch, Optional<Integer> version) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    while (!watch.get().map(probe -> probe.id().version()).equals(version)) {
      assertThat(Instant.now()).as("champion %s", version).isBefore(deadline);
      Thread.onSpinWait();
    }
  }
}
