package dev.linchpin.dashboard.quality;

import static dev.linchpin.dashboard.quality.QualitySamples.evaluated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.SampleEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watch on a real broker. */
@Timeout(180)
final class QualityTest {
  private static final ProbeId FIRST = new ProbeId("tiny", "importance", 1);
  private static final ProbeId SECOND = new ProbeId("tiny", "importance", 2);
  private static final ProbeId OTHER = new ProbeId("large", "importance", 1);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private final Quality quality = new Quality();
  private final BlockingQueue<ProbeId> told = new LinkedBlockingQueue<>();
  private volatile Instant now = QualitySamples.START;
  private LiveTopics world;
  private Cluster cluster;

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
    cluster = new Cluster(world.client, world.topics);
    quality.onEvaluated(told::add);
  }

  @AfterEach
  void close() {
    quality.stop();
    world.close();
  }

  @Test
  void shouldShowEvaluationsBesideThePublishedProbes() throws Exception {
    // Given
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster, () -> now)) {
      catalogue.publishFirst(release(FIRST));
      catalogue.publishChallenger(release(SECOND));
      catalogue.publishFirst(release(OTHER));
    }
    evaluate(FIRST, 0, 0.6);
    evaluate(FIRST, 1, 0.7);
    quality.start(cluster, () -> now);

    // When
    QualityReport report = awaitHistory(FIRST, 2);

    // Then
    assertThat(report.probes())
        .extracting(ProbeQuality::probe, ProbeQuality::status, p -> p.history().size())
        .containsExactly(
            tuple("large/importance/1", Optional.of(ProbeStatus.CHAMPION), 0),
            tuple("tiny/importance/1", Optional.of(ProbeStatus.CHAMPION), 2),
            tuple("tiny/importance/2", Optional.of(ProbeStatus.CHALLENGER), 0));
    assertThat(report.promotions())
        .extracting(Promotion::probe, Promotion::championSince)
        .containsExactlyInAnyOrder(
            tuple("large/importance/1", QualitySamples.START),
            tuple("tiny/importance/1", QualitySamples.START));
    assertThat(quality.report(Optional.of("large")).probes())
        .extracting(ProbeQuality::probe)
        .containsExactly("large/importance/1");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldTellOfEvaluationsThatComeAndSeePromotionsAfterASecond() throws Exception {
    // Given
    evaluate(FIRST, 0, 0.6);
    quality.start(cluster, () -> now);
    QualityReport before = awaitHistory(FIRST, 1);
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster, () -> now)) {
      catalogue.publishFirst(release(FIRST));
    }
    Optional<ProbeStatus> known = status(FIRST);

    // When
    now = now.plusSeconds(1);
    // Until the follower has caught up, evaluations are of before and nobody is told.
    int seconds = 0;
    while (told.isEmpty()) {
      evaluate(FIRST, ++seconds, 0.8);
    }

    // Then
    assertThat(told.take()).isEqualTo(FIRST);
    assertThat(before.probes().get(0).status()).isEmpty();
    assertThat(known).isEmpty();
    assertThat(status(FIRST)).contains(ProbeStatus.CHAMPION);
    assertThat(quality.report(Optional.empty()).promotions()).hasSize(1);
  }

  @Test
  void shouldPassOverWhatIsNoEvaluation() {
    // Given
    world.send(world.topics.evaluations(), FIRST.key(), new byte[] {1, 2, 3});
    evaluate(FIRST, 0, 0.6);

    // When
    quality.start(cluster, () -> now);

    // Then
    assertThat(awaitHistory(FIRST, 1).probes()).hasSize(1);
  }

  @Test
  void shouldRefuseWhileItDoesNotRunOrTheClusterIsAway() {
    // Given
    Map<String, Object> nobody = new HashMap<>(world.client);
    nobody.put("bootstrap.servers", "127.0.0.1:1");

    // When
    assertThatThrownBy(() -> quality.report(Optional.empty())).isInstanceOf(ProblemException.class);
    quality.start(new Cluster(nobody, world.topics), InstantSource.system());

    // Then
    assertThatThrownBy(() -> quality.report(Optional.empty())).isInstanceOf(KafkaException.class);
  }

  private void evaluate(ProbeId probe, long second, double auroc) {
    world.send(world.topics.evaluations(), probe.key(), evaluated(probe, second, auroc));
  }

  private QualityReport awaitHistory(ProbeId probe, int points) {
    while (true) {
      QualityReport report = quality.report(Optional.empty());
      if (history(report, probe).size() >= points) {
        return report;
      }
      Thread.onSpinWait();
    }
  }

  private static List<QualityPoint> history(QualityReport report, ProbeId probe) {
    return report.probes().stream()
        .filter(known -> known.probe().equals(probe.key()))
        .flatMap(known -> known.history().stream())
        .toList();
  }

  private Optional<ProbeStatus> status(ProbeId probe) {
    return quality.report(Optional.empty()).probes().stream()
        .filter(known -> known.probe().equals(probe.key()))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static ProbeRelease release(ProbeId id) {
    ProbeRelease sample = SampleEvents.linearRelease();
    return new ProbeRelease(
        id,
        sample.modelFingerprint(),
        sample.input(),
        sample.probe(),
        sample.calibration(),
        sample.thresholds(),
        sample.metrics(),
        sample.reference(),
        id.version() == 1
            ? ProbeLifecycle.firstChampion(QualitySamples.START)
            : ProbeLifecycle.challenger(QualitySamples.START, 1));
  }
}
