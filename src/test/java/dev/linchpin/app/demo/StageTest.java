package dev.linchpin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StageTest {
  private static final Instant START = Instant.ofEpochSecond(1_000);

  private final List<String> shown = new ArrayList<>();
  private final Stage stage = new Stage(id -> Optional.empty(), new Script());

  /** Writes down what is shown. */
  private final class Script implements Report {
    @Override
    public void chainStarted(String chainId, String question) {
      shown.add("start");
    }

    @Override
    public void step(FlaggedStep step) {
      shown.add("%s %.0f".formatted(step.text(), step.leadTimeMs()));
    }

    @Override
    public void chainFinished(String chainId, String answer, boolean correct) {
      shown.add("end " + answer);
    }

    @Override
    public void evaluation(ProbeEvaluated evaluation) {}

    @Override
    public void trained(ProbeRelease challenger) {}

    @Override
    public void promotion(FollowerEvent.Promoted promoted) {}

    @Override
    public void summary(DemoSummary summary) {
      shown.add("summary");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldShowStepsInOrderWhateverTheOrderOfArrival(long seed) {
    List<Consumer<Stage>> events =
        new ArrayList<>(
            List.<Consumer<Stage>>of(
                s -> s.step(completed(0, 100)),
                s -> s.step(completed(1, 200)),
                s -> s.score(scored(0), START.plusMillis(110)),
                s -> s.score(scored(1), START.plusMillis(240)),
                s -> s.chain(finished(230))));
    Collections.shuffle(events, new Random(seed));
    stage.chain(started());

    events.forEach(event -> event.accept(stage));

    assertThat(shown).containsExactly("start", "step 0 90", "step 1 -10", "end 4");
  }

  @Test
  void shouldCountWhatIsPublishedScoredAndLate() {
    stage.chain(started());
    stage.step(completed(0, 100));
    stage.step(completed(1, 200));
    stage.score(scored(0), START.plusMillis(110));
    stage.score(scored(0), START.plusMillis(120));
    assertThat(stage.tally().settled()).isFalse();
    stage.score(scored(1), START.plusMillis(240));
    stage.chain(finished(230));
    stage.tally().deadLetter();

    DemoSummary summary = stage.tally().summary();

    assertThat(stage.tally().settled()).isTrue();
    assertThat(summary)
        .extracting(
            DemoSummary::chains,
            DemoSummary::steps,
            DemoSummary::scored,
            DemoSummary::duplicateScores,
            DemoSummary::flaggedInTime,
            DemoSummary::deadLetters)
        .containsExactly(1L, 2L, 2L, 1L, 0.5, 1L);
    assertThat(summary.aurocTrueGraph()).isEmpty();
  }

  private static ChainEvent started() {
    return new ChainStarted(
        "c",
        Optional.of("p"),
        "m",
        "f",
        "Find?",
        Optional.of("4"),
        new SamplingSettings(0, 1, 10, 1),
        START);
  }

  private static ChainEvent finished(long ms) {
    return new ChainFinished(
        "c",
        ChainFinished.FinishReason.STOP,
        "4",
        Optional.of(true),
        2,
        3,
        9,
        START.plusMillis(ms));
  }

  private static StepCompleted completed(int index, long ms) {
    return new StepCompleted(
        new StepRef("c", index),
        Optional.of("step " + index + "\n"),
        3,
        6,
        START,
        START.plusMillis(ms),
        -0.5);
  }

  private static StepScored scored(int index) {
    return new StepScored(
        new StepRef("c", index),
        new ProbeId("m", "p", 1),
        ProbeStatus.CHAMPION,
        0.9,
        Verdict.IMPORTANT,
        START,
        START,
        new LogAddress(0, index),
        OptionalDouble.empty());
  }
}
