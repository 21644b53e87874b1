package dev.linchpin.catalogue;

import static dev.linchpin.catalogue.PublishedProbes.MODEL;
import static dev.linchpin.catalogue.PublishedProbes.day;
import static dev.linchpin.catalogue.PublishedProbes.id;
import static dev.linchpin.catalogue.PublishedProbes.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ProbeCatalogueTest {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private final AtomicInteger today = new AtomicInteger();
  private LiveTopics world;
  private ProbeCatalogue catalogue;

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

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
    catalogue = catalogue(this::tomorrow);
  }

  @AfterEach
  void close() {
    catalogue.close();
    world.close();
  }

  @Test
  void shouldPublishTheFirstProbeOnceAsTheChampion() {
    // When
    boolean first = catalogue.publishFirst(release(1));
    boolean second = catalogue.publishFirst(release(2));

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(states()).containsExactly("1 CHAMPION");
    assertThat(catalogue.read().champion(MODEL).orElseThrow().lifecycle().championSince())
        .contains(day(1));
  }

  @Test
  void shouldPublishAChallengerBesideTheChampion() {
    catalogue.publishFirst(release(1));

    catalogue.publishChallenger(release(2));

    assertThat(states()).containsExactly("1 CHAMPION", "2 CHALLENGER");
    assertThatThrownBy(() -> catalogue.publishChallenger(release(2)))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage(
            "expected 3 as the next version for tiny, got tiny/layerwise/2: another was published"
                + " meanwhile");
    assertThat(states()).containsExactly("1 CHAMPION", "2 CHALLENGER");
  }

  @Test
  void shouldPromoteWithTheNewChampionsRecordBeforeItsPredecessors() {
    // Given
    catalogue.publishFirst(release(1));
    catalogue.publishChallenger(release(2));

    // When
    catalogue.promote(id(2));

    // Then
    assertThat(states()).containsExactly("1 RETIRED", "2 CHAMPION");
    assertThat(records(4)).containsExactly("1 CHAMPION", "2 CHALLENGER", "2 CHAMPION", "1 RETIRED");
    ProbeRelease retired = catalogue.release(catalogue.read().get(id(1)));
    assertThat(retired)
        .usingRecursiveComparison()
        .ignoringFields("lifecycle")
        .isEqualTo(release(1));
    assertThat(retired.lifecycle().championSince()).contains(day(1));
  }

  @Test
  void shouldRetireEveryOtherChampionAtOnce() {
    // Given: two champions, as a monitor sees them between two records
    publish(release(1).promoted(day(1)));
    publish(release(2).promoted(day(2)));

    // When
    catalogue.publishChampion(release(3));

    // Then
    assertThat(states()).containsExactly("1 RETIRED", "2 RETIRED", "3 CHAMPION");
    assertThat(records(5)).element(2).isEqualTo("3 CHAMPION");
  }

  @Test
  void shouldRollBackAndBackAgain() {
    // Given
    catalogue.publishFirst(release(1));
    catalogue.publishChallenger(release(2));
    catalogue.promote(id(2));

    // When
    ProbeId once = catalogue.rollback(MODEL);
    List<String> after = states();
    ProbeId twice = catalogue.rollback(MODEL);

    // Then
    assertThat(once).isEqualTo(id(1));
    assertThat(after).containsExactly("1 CHAMPION", "2 RETIRED");
    assertThat(twice).isEqualTo(id(2));
    assertThat(states()).containsExactly("1 RETIRED", "2 CHAMPION");
  }

  @Test
  void shouldRefuseAChangeThatCannotBeMadeAndWriteNothing() {
    catalogue.publishFirst(release(1));

    assertThatThrownBy(() -> catalogue.rollback(MODEL))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessageStartingWith("expected a retired former champion of tiny");
    assertThatThrownBy(() -> catalogue.promote(id(2)))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessageStartingWith("expected a published probe, got tiny/layerwise/2");
    assertThatThrownBy(() -> catalogue.retire(id(2))).isInstanceOf(RefusedChangeException.class);
    assertThatThrownBy(() -> catalogue.publishNew(release(1), ProbeHeads::free))
        .isInstanceOf(RefusedChangeException.class);
    assertThat(states()).containsExactly("1 CHAMPION");
  }

  @Test
  void shouldRetireTheChampion() {
    catalogue.publishFirst(release(1));

    catalogue.retire(id(1));

    assertThat(states()).containsExactly("1 RETIRED");
    assertThat(catalogue.rollback(MODEL)).isEqualTo(id(1));
    assertThat(states()).containsExactly("1 CHAMPION");
  }

  @Test
  void shouldNameANewProbeAmongThoseThatAreThere() {
    // Given
    catalogue.publishFirst(release(1));

    // When
    ProbeId renamed = catalogue.publishNew(release(1), ProbeHeads::freeOrNext);
    ProbeId kept = catalogue.publishNew(release(7).promoted(day(0)), ProbeHeads::free);

    // Then
    assertThat(renamed).isEqualTo(id(2));
    assertThat(kept).isEqualTo(id(7));
    assertThat(states()).containsExactly("1 RETIRED", "2 CHALLENGER", "7 CHAMPION");
    assertThat(catalogue.read().get(id(7)).lifecycle().championSince()).contains(day(2));
  }

  @Test
  void shouldSeeWhatOthersPublishAndTakeAway() {
    try (ProbeCatalogue other = catalogue(this::tomorrow)) {
      other.publishFirst(release(1));
      other.publishChallenger(release(2));
      assertThat(states()).containsExactly("1 CHAMPION", "2 CHALLENGER");
    }

    world.send(world.topics.probes(), id(2).key(), (byte[]) null);
    world.send(world.topics.probes(), "foreign", new byte[] {1, 2, 3});

    assertThat(states()).containsExactly("1 CHAMPION");
  }

  @Test
  void shouldFenceAZombieWhoseChangeIsUnderWay() {
    catalogue.publishFirst(release(1));
    try (KafkaProducer<String, byte[]> zombie = zombie()) {
      // Given: a change that was begun and never decided
      zombie.initTransactions();
      zombie.beginTransaction();
      ProbeRelease late = release(9).promoted(day(99));
      Future<RecordMetadata> sent =
          zombie.send(
              new ProducerRecord<>(
                  world.topics.probes().name(),
                  late.id().key(),
                  world.bytes(world.topics.probes(), late)));
      zombie.flush();
      assertThat(sent).isDone();

      // When
      catalogue.publishChallenger(release(2));

      // Then
      assertThatThrownBy(zombie::commitTransaction)
          .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
      assertThat(states()).containsExactly("1 CHAMPION", "2 CHALLENGER");
    }
  }

  @Test
  void shouldRefuseItsOwnChangeWhenAnotherBeganLater() {
    catalogue.publishFirst(release(1));
    catalogue.publishChallenger(release(2));
    try (ProbeCatalogue other = catalogue(this::tomorrow);
        ProbeCatalogue slow =
            catalogue(
                () -> {
                  other.publishChallenger(release(3));
                  return tomorrow();
                })) {
      assertThatThrownBy(() -> slow.promote(id(2)))
          .isInstanceOf(RefusedChangeException.class)
          .hasMessage("another process changes the probes of tiny at the same time; try again");
    }
    assertThat(states()).containsExactly("1 CHAMPION", "2 CHALLENGER", "3 CHALLENGER");
  }

  private Instant tomorrow() {
    return day(today.incrementAndGet());
  }

  private ProbeCatalogue catalogue(InstantSource clock) {
    return new ProbeCatalogue(new Cluster(world.client, world.topics), clock);
  }

  private List<String> states() {
    return catalogue.read().of(MODEL).stream()
        .map(head -> head.id().version() + " " + head.status())
        .toList();
  }

  /** What is in the topic, as soon as it is so much. */
  private List<String> records(int count) {
    return world.valuesUntil(world.topics.probes(), all -> all.size() == count).stream()
        .map(probe -> probe.id().version() + " " + probe.status())
        .toList();
  }

  private void publish(ProbeRelease probe) {
    assertThat(probe.status()).isEqualTo(ProbeStatus.CHAMPION);
    world.send(world.topics.probes(), probe.id().key(), probe);
  }

  private KafkaProducer<String, byte[]> zombie() {
    Map<String, Object> settings = new HashMap<>(world.client);
    settings.put("transactional.id", world.topics.prefix() + "linchpin-probes-" + MODEL);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
