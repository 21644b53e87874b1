package dev.linchpin.dashboard.replays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.replay.RefusedReplayException;
import dev.linchpin.replay.ReplayWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class ReplaysTest {
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final OptionalDouble FAST = OptionalDouble.empty();
  private static final OptionalDouble ORIGINAL = OptionalDouble.of(1);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir private Path state;
  private final List<String> audit = new CopyOnWriteArrayList<>();
  private final List<Instant> changes = new CopyOnWriteArrayList<>();
  private Replays replays = new Replays();
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
  void createWorld(TestInfo test) throws Exception {
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    world = new ReplayWorld(kafka, registry, prefix, state);
    world.promote(ReplayWorld.probe(1));
    start();
  }

  @AfterEach
  void closeWorld() {
    replays.stop();
    world.close();
  }

  @Test
  void shouldWorkOnARunUntilItIsDoneAndCompareIt() throws Exception {
    // Given
    world.capture(3, 4, STEP);
    world.scoreLive(12);

    // When
    RunView started = desk().start("ada", wish("same", FAST));
    RunView done = await("same", run -> run.progress().done() && !run.atWork());

    // Then
    assertThat(started.startedHere()).isTrue();
    assertThat(started.atWork()).isTrue();
    assertThat(started.probes()).containsExactly("tiny/layerwise/1");
    assertThat(done.progress())
        .isEqualTo(new ProgressView(OptionalLong.of(12), 12, 12, 0, 0, /* done= */ true));
    assertThat(done.startedHere()).isFalse();
    assertThat(audit)
        .containsExactly("ada REPLAY_STARTED same {\"probes\":[\"tiny/layerwise/1\"]}");
    assertThat(changes).isNotEmpty();
    ComparisonView compared = ComparisonView.of(desk().compare("live", "same"), false);
    assertThat(compared.pairs()).isEqualTo(12);
    assertThat(compared.chains()).isEqualTo(3);
    assertThat(compared.flips()).isZero();
    assertThat(compared.differences().max()).contains(0.0);
    assertThat(compared.verdicts())
        .containsExactly(Verdict.IMPORTANT, Verdict.UNCERTAIN, Verdict.REMOVABLE);
    assertThat(compared.flipsByVerdict().stream().flatMap(List::stream).mapToLong(n -> n).sum())
        .isEqualTo(12);
    assertThat(compared.truth()).isEmpty();
    assertThat(compared.worst()).isEmpty();
  }

  @Test
  void shouldPauseResumeAndRemoveARunAtWork() throws Exception {
    // Given: a second step that is due in an hour
    world.capture(1, 2, HOUR);
    desk().start("ada", wish("slow", ORIGINAL));
    await("slow", run -> run.progress().read() == 1);

    // When
    RunView paused = desk().pause("bob", "slow");
    RunView resumed = desk().resume("bob", "slow");
    desk().remove("ada", "slow");

    // Then
    assertThat(paused.paused()).isTrue();
    assertThat(paused.startedHere()).isTrue();
    assertThat(resumed.paused()).isFalse();
    assertThat(resumed.startedHere()).isTrue();
    assertThat(desk().list()).isEmpty();
    assertThat(audit)
        .containsExactly(
            "ada REPLAY_STARTED slow {\"probes\":[\"tiny/layerwise/1\"]}",
            "bob REPLAY_PAUSED slow ",
            "bob REPLAY_RESUMED slow ",
            "ada REPLAY_REMOVED slow ");
  }

  @Test
  void shouldStopInOrderAndGoOnWhenItIsResumed() throws Exception {
    // Given
    world.capture(1, 2, HOUR);
    desk().start("ada", wish("slow", ORIGINAL));
    await("slow", run -> run.progress().read() == 1);
    replays.stop();
    assertThatThrownBy(this::desk).isInstanceOf(ProblemException.class);

    // When
    start();
    RunView stopped = desk().list().get(0);
    RunView resumed = desk().resume("ada", "slow");

    // Then
    assertThat(stopped.atWork()).isFalse();
    assertThat(stopped.progress())
        .isEqualTo(new ProgressView(OptionalLong.of(2), 1, 1, 0, 0, /* done= */ false));
    assertThat(resumed.startedHere()).isTrue();
  }

  @Test
  void shouldWorkOnAFewRunsAtOnce() {
    world.capture(1, 2, HOUR);
    desk().start("ada", wish("one", ORIGINAL));
    desk().start("ada", wish("two", ORIGINAL));

    assertThatThrownBy(() -> desk().start("ada", wish("three", ORIGINAL)))
        .isInstanceOf(RefusedReplayException.class)
        .hasMessage(
            "expected at most 2 runs at work in this process, got another; at work are [one, two]");
    assertThat(desk().list()).extracting(RunView::run).containsExactly("one", "two");
    assertThat(audit).hasSize(2);
  }

  @Test
  void shouldRefuseWhatCannotBeDone() {
    world.capture(1, 1, STEP);

    assertThatThrownBy(() -> desk().start("ada", wish("Live!", FAST)))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("run: expected a run's name");
    assertThatThrownBy(() -> desk().start("ada", wish("negative", OptionalDouble.of(-1))))
        .isInstanceOf(ProblemException.class)
        .hasMessage("paceFactor: expected more than 0, got -1.0");
    assertThatThrownBy(() -> desk().resume("ada", "nothing"))
        .isInstanceOf(RefusedReplayException.class);
    assertThatThrownBy(() -> desk().compare("live", "live"))
        .isInstanceOf(RefusedReplayException.class)
        .hasMessage("expected two different runs, or a run and live, got live twice");
    assertThat(audit).isEmpty();
  }

  private ReplayDesk desk() {
    return replays.desk();
  }

  private void start() {
    replays = new Replays();
    replays.onChange(() -> changes.add(Instant.now()));
    replays.start(
        world.cluster(),
        Clock.systemUTC(),
        (user, action, target, detail) ->
            audit.add(String.join(" ", user, action.name(), target, detail)));
  }

  private RunView await(String name, Predicate<RunView> wanted) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      List<RunView> all = desk().list();
      Optional<RunView> found =
          all.stream().filter(run -> run.run().equals(name)).filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(Instant.now()).as("runs until now: %s", all).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private static RunWish wish(String name, OptionalDouble pace) {
    return new RunWish(
        name,
        Optional.empty(),
        Optional.of(ReplayWorld.MODEL),
        Optional.empty(),
        Optional.empty(),
        pace);
  }
}
