package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.reference;
import static dev.linchpin.labelling.LabelSamples.release;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.ProbeEvaluated.Alarm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the topology says of probe versions. */
final class ProbeEvaluationTest {
  @TempDir private Path folder;
  private LabelsWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new LabelsWorld(folder);
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldEvaluateEachVersionWithSomethingNewOnce() {
    // Given
    world.score(scored("a", 0, MAIN, 0.9), scored("a", 0, SHADOW, 0.4));
    List<TestRecord<byte[], ProbeEvaluated>> first = world.evaluations();

    // When
    world.score(scored("a", 1, SHADOW, 0.4));
    List<TestRecord<byte[], ProbeEvaluated>> second = world.evaluations();
    List<TestRecord<byte[], ProbeEvaluated>> third = world.evaluations();

    // Then
    assertThat(first)
        .extracting(record -> new String(record.key(), UTF_8))
        .containsExactlyInAnyOrder("tiny/main/1", "tiny/shadow/2");
    assertThat(second).extracting(record -> record.value().probe()).containsExactly(SHADOW);
    assertThat(second.get(0).value().evaluatedAt()).isEqualTo(LabelsWorld.START);
    assertThat(third).isEmpty();
  }

  @Test
  void shouldLeaveUndefinedFiguresEmptyUntilLabelsCome() {
    // When
    world.score(scored("a", 0, 0.9));

    // Then
    ProbeEvaluated evaluated = world.evaluation(MAIN);
    OptionalDouble none = OptionalDouble.empty();
    assertThat(evaluated.figures())
        .isEqualTo(
            new ProbeEvaluated.Figures(none, none, none, none, none, none, none, none, none));
    assertThat(evaluated.delays().medianMs()).isEmpty();
    assertThat(evaluated.drift()).isEqualTo(new ProbeEvaluated.Drift(1, none, none));
    assertThat(evaluated.pendingSteps()).isEqualTo(1);
    assertThat(world.gauge("linchpin.labels.pending")).isEqualTo(1);
  }

  @Test
  void shouldMeasureDriftAgainstTheReferenceOfTheVersion() {
    // Given
    world.publish(release(MAIN, Optional.of(reference())));

    // When
    world.score(
        scored("a", 0, MAIN, 0.05, OptionalDouble.of(2)),
        scored("a", 1, MAIN, 0.01, OptionalDouble.of(3)),
        scored("a", 2, MAIN, 0.09, OptionalDouble.of(Double.POSITIVE_INFINITY)));

    // Then
    ProbeEvaluated evaluated = world.evaluation(MAIN);
    assertThat(evaluated.drift().windowScores()).isEqualTo(3);
    assertThat(evaluated.drift().score().orElseThrow()).isCloseTo(0, within(1e-9));
    assertThat(evaluated.drift().activation().orElseThrow()).isCloseTo(3, within(1e-9));
  }

  @Test
  void shouldForgetAReferenceThatIsTakenAway() {
    // Given
    world.publish(release(MAIN, Optional.of(reference())));

    // When
    world.send(world.topics.probes(), MAIN.key().getBytes(UTF_8), null);
    world.score(scored("a", 0, 0.05));

    // Then
    assertThat(world.evaluation(MAIN).drift().score()).isEmpty();
  }

  @Test
  void shouldComputeFiguresOnTheLatestLabelsOnly() throws IOException {
    // Given
    try (LabelsWorld small =
        new LabelsWorld(folder.resolve("small"), LabelsWorld.rules(Duration.ofDays(7), 4))) {
      for (int i = 0; i < 6; i++) {
        small.score(scored("wrong", i, i % 2));
      }
      small.ablate(ablated("wrong", alternating(6, IMPORTANT, REMOVABLE)));

      // When
      for (int i = 0; i < 4; i++) {
        small.score(scored("right", i, i % 2));
      }
      small.ablate(ablated("right", alternating(4, REMOVABLE, IMPORTANT)));

      // Then
      ProbeEvaluated evaluated = small.evaluation(MAIN);
      assertThat(evaluated.labels()).isEqualTo(10);
      assertThat(evaluated.windowLabels()).isEqualTo(4);
      assertThat(evaluated.windowChains()).isEqualTo(1);
      assertThat(evaluated.figures().auroc()).hasValue(1);
      assertThat(evaluated.figures().brier()).hasValue(0);
    }
  }

  @Test
  void shouldPublishBandsOfTheLabelsAndKeepThemUntilThereAreMore() {
    // Given
    world.score(scored("a", 0, 0.9), scored("a", 1, 0.2));
    world.ablate(ablated("a", IMPORTANT, REMOVABLE));
    ProbeEvaluated first = world.evaluation(MAIN);

    // When
    world.score(scored("b", 0, 0.7));

    // Then
    ProbeEvaluated second = world.evaluation(MAIN);
    assertThat(first.bands().accuracy()).contains(new ProbeEvaluated.Band(1, 1));
    assertThat(first.bands().auroc()).contains(new ProbeEvaluated.Band(1, 1));
    assertThat(first.bands().calibration())
        .extracting(ProbeEvaluated.CalibrationBin::count)
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 1);
    assertThat(second.pendingSteps()).isEqualTo(1);
    assertThat(second.bands()).isEqualTo(first.bands());
  }

  @Test
  void shouldRaiseAlarmsFromEnoughLabelsOn() {
    // Given
    world.publish(release(MAIN, Optional.of(reference())));
    for (int i = 0; i < 99; i++) {
      world.score(scored("a", i, MAIN, i % 2 == 0 ? 0.9 : 0.8, OptionalDouble.of(9)));
    }
    world.ablate(ablated("a", alternating(100, REMOVABLE, IMPORTANT)));
    ProbeEvaluated before = world.evaluation(MAIN);

    // When
    world.score(scored("a", 99, MAIN, 0.8, OptionalDouble.of(9)));

    // Then
    assertThat(before.alarms()).isEmpty();
    assertThat(world.evaluation(MAIN).alarms()).containsExactly(Alarm.values());
    assertThat(world.gauge("linchpin.quality.alarms", "alarm", "LOW_AUROC")).isEqualTo(1);
  }

  private static StepLabel[] alternating(int length, StepLabel even, StepLabel odd) {
    StepLabel[] labels = new StepLabel[length];
    Arrays.setAll(labels, i -> i % 2 == 0 ? even : odd);
    return labels;
  }
}
