package dev.linchpin.dashboard.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.RefusedChangeException;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeKind;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.replay.ReplayWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ProbesTest {
  private static final String FIRST = "tiny/layerwise/1";
  private static final String SECOND = "tiny/layerwise/2";

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir private Path state;
  private final List<String> audit = new CopyOnWriteArrayList<>();
  private final Semaphore changes = new Semaphore(0);
  private final Probes probes = new Probes();
  private ReplayWorld world;

  @BeforeAll
  static void startBroker() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    world = new ReplayWorld(kafka, registry, prefix, state);
    world.promote(ReplayWorld.probe(1));
    probes.onChange(changes::release);
    probes.start(
        world.cluster(),
        Clock.systemUTC(),
        (user, action, target, detail) ->
            audit.add(String.join(" ", user, action.name(), target, detail)));
  }

  @AfterEach
  void stop() {
    probes.stop();
    world.close();
  }

  @Test
  void shouldShowWhatIsPublished() {
    publishChallenger();

    List<ProbeView> all = probes.desk().probes();

    assertThat(all).extracting(ProbeView::probe).containsExactly(FIRST, SECOND);
    ProbeView challenger = all.get(1);
    assertThat(challenger.status()).isEqualTo(ProbeStatus.CHALLENGER);
    assertThat(challenger.kind()).isEqualTo(ProbeKind.MLP);
    assertThat(challenger.layers()).isEqualTo(4);
    assertThat(challenger.hidden()).isEqualTo(24);
    assertThat(challenger.layerView()).isEqualTo(LayerView.LAYERWISE);
    assertThat(challenger.parent()).contains(FIRST);
    assertThat(challenger.championSince()).isEmpty();
    assertThat(all.get(0).championSince()).isPresent();
    assertThat(all.get(0).parent()).isEmpty();
  }

  @Test
  void shouldWriteDownEveryChange() {
    publishChallenger();

    probes.desk().promote("ada", SECOND);
    String back = probes.desk().rollback("bob", "tiny");
    probes.desk().retire("ada", FIRST);

    assertThat(back).isEqualTo(FIRST);
    assertThat(states()).containsExactly(ProbeStatus.RETIRED, ProbeStatus.RETIRED);
    assertThat(audit)
        .containsExactly(
            "ada PROBE_PROMOTED tiny/layerwise/2 ",
            "bob PROBE_ROLLED_BACK tiny/layerwise/1 ",
            "ada PROBE_RETIRED tiny/layerwise/1 ");
    assertThat(changes.availablePermits()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void shouldRefuseWhatCannotBeDoneAndWriteNothingDown() {
    ProbeDesk desk = probes.desk();

    assertThatThrownBy(() -> desk.promote("ada", SECOND))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage("expected a published probe, got tiny/layerwise/2; there are [" + FIRST + "]");
    assertThatThrownBy(() -> desk.rollback("ada", "tiny"))
        .isInstanceOf(RefusedChangeException.class);
    assertThat(audit).isEmpty();
    assertThat(states()).containsExactly(ProbeStatus.CHAMPION);
  }

  @Test
  void shouldTellOfWhatOthersChange() throws InterruptedException {
    awaitFirstLook();

    publishChallenger();

    assertThat(changes.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void shouldSayThatItDoesNotRun() {
    probes.stop();

    assertThatThrownBy(probes::desk)
        .isInstanceOf(ProblemException.class)
        .hasMessage("the list of probes has not started here");
  }

  /** Whatever was published before it began to look is no change. */
  private void awaitFirstLook() throws InterruptedException {
    do {
      world.promote(ReplayWorld.probe(1));
    } while (!changes.tryAcquire(1, TimeUnit.SECONDS));
    changes.drainPermits();
  }

  private List<ProbeStatus> states() {
    return probes.desk().probes().stream().map(ProbeView::status).toList();
  }

  private void publishChallenger() {
    ProbeRelease release = ReplayWorld.probe(2);
    try (ProbeCatalogue catalogue = new ProbeCatalogue(world.cluster(), Clock.systemUTC())) {
      catalogue.publishChallenger(
          release.with(
              new ProbeLifecycle(
                  ProbeStatus.CHALLENGER, ReplayWorld.FIRST, Optional.of(1), Optional.empty())));
    }
  }
}
