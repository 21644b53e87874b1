package dev.linchpin.training;

import static dev.linchpin.training.RetrainPolicy.Trigger.FIRST;
import static dev.linchpin.training.RetrainPolicy.Trigger.LABELS;
import static dev.linchpin.training.RetrainPolicy.Trigger.QUALITY;
import static dev.linchpin.training.RetrainPolicy.Trigger.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.training.RetrainPolicy.LastTraining;
import dev.linchpin.training.RetrainPolicy.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class RetrainPolicyTest {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
  private static final RetrainPolicy POLICY =
      new RetrainPolicy(100, 400, Optional.of(Duration.ofHours(2)), OptionalDouble.of(0.8));

  @Test
  void shouldTrainFirstWhenThereAreEnoughLabels() {
    assertThat(POLICY.due(99, Optional.empty(), UNKNOWN, THEN)).isEmpty();
    assertThat(POLICY.due(100, Optional.empty(), UNKNOWN, THEN)).contains(FIRST);
  }

  @Test
  void shouldTrainAgainAfterSoManyNewLabels() {
    assertThat(due(399, UNKNOWN, Duration.ZERO)).isEmpty();
    assertThat(due(400, UNKNOWN, Duration.ZERO)).contains(LABELS);
  }

  @Test
  void shouldTrainAgainAfterSomeTimeIfThereIsSomethingNew() {
    assertThat(due(100, UNKNOWN, Duration.ofMinutes(119))).isEmpty();
    assertThat(due(100, UNKNOWN, Duration.ofHours(2))).contains(TIME);
    assertThat(due(99, UNKNOWN, Duration.ofDays(9))).isEmpty();
  }

  @Test
  void shouldTrainAgainWhenTheChampionHasBecomeWorseAndThereIsSomethingNew() {
    assertThat(due(100, OptionalDouble.of(0.8), Duration.ZERO)).isEmpty();
    assertThat(due(100, OptionalDouble.of(0.79), Duration.ZERO)).contains(QUALITY);
    assertThat(due(99, OptionalDouble.of(0.1), Duration.ZERO)).isEmpty();
  }

  @Test
  void shouldTrainForLabelsAloneUnlessToldOtherwise() {
    Optional<LastTraining> last = Optional.of(new LastTraining(THEN, 499));

    assertThat(
            RetrainPolicy.DEFAULT.due(
                5000, last, OptionalDouble.of(0.1), THEN.plus(Duration.ofDays(99))))
        .isEmpty();
  }

  @Test
  void shouldRefuseWhatMakesNoSense() {
    assertThatThrownBy(() -> new RetrainPolicy(0, 1, Optional.empty(), OptionalDouble.empty()))
        .hasMessage("expected fewestLabels and everyLabels >= 1, got 0 and 1");
    assertThatThrownBy(
            () -> new RetrainPolicy(1, 1, Optional.of(Duration.ZERO), OptionalDouble.empty()))
        .hasMessage("expected a duration above 0, got PT0S");
    assertThatThrownBy(() -> new RetrainPolicy(1, 1, Optional.empty(), OptionalDouble.of(1.1)))
        .hasMessage("expected an AUROC in [0, 1], got 1.1");
  }

  private static Optional<Trigger> due(int newLabels, OptionalDouble auroc, Duration later) {
    return POLICY.due(
        1000, Optional.of(new LastTraining(THEN, newLabels)), auroc, THEN.plus(later));
  }
}
