package dev.linchpin.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StepInfluenceTest {
  /** Steps 0, 2, 5, 6 of a chain: 6 hangs on 2 and a little on 5, 2 on 0, 5 on 2. */
  private static final StepInfluence INFLUENCE =
      new StepInfluence(
          new StepSet(List.of(0, 2, 5, 6)),
          new float[][] {{0, 6, 1, 0}, {0, 0, 3, 8}, {0, 0, 0, 2}, {0, 0, 0, 0}});

  @Test
  void shouldKeepTheStrongestPredecessorsBackwards() {
    assertThat(INFLUENCE.explaining(0.5)).isEqualTo(new StepSet(List.of(0, 2, 6)));
    assertThat(INFLUENCE.explaining(0.8)).isEqualTo(new StepSet(List.of(0, 2, 6)));
    assertThat(INFLUENCE.explaining(0.81)).isEqualTo(new StepSet(List.of(0, 2, 5, 6)));
  }

  @Test
  void shouldKeepEveryPredecessorForTheWholeShare() {
    StepInfluence none = new StepInfluence(new StepSet(List.of(1, 4)), new float[2][2]);

    assertThat(none.explaining(1)).isEqualTo(new StepSet(List.of(1, 4)));
    assertThat(none.explaining(0.1)).isEqualTo(new StepSet(List.of(4)));
  }

  @Test
  void shouldBeginAtTheAnswerWhereItCountsAsAStep() {
    StepInfluence answered =
        new StepInfluence(
            new StepSet(List.of(0, 1)), new float[][] {{0, 1, 9}, {0, 0, 1}, {0, 0, 0}});

    assertThat(answered.explaining(0.5)).isEqualTo(new StepSet(List.of(0)));
    assertThat(answered.later(1)).containsExactly(1f);
  }

  @Test
  void shouldGiveTheMeanInfluenceOnLaterSteps() {
    assertThat(INFLUENCE.mean(2)).isEqualTo(5.5);
    assertThat(INFLUENCE.later(0)).containsExactly(6f, 1f, 0f);
    assertThat(INFLUENCE.mean(6)).isZero();
  }
}
