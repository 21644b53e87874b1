package dev.linchpin.dashboard.chain;

import static dev.linchpin.dashboard.chain.ChainSamples.BEGAN;
import static dev.linchpin.dashboard.chain.ChainSamples.SHADOW;
import static dev.linchpin.dashboard.chain.ChainSamples.ablated;
import static dev.linchpin.dashboard.chain.ChainSamples.completed;
import static dev.linchpin.dashboard.chain.ChainSamples.finished;
import static dev.linchpin.dashboard.chain.ChainSamples.scored;
import static dev.linchpin.dashboard.chain.ChainSamples.started;
import static dev.linchpin.dashboard.chain.ChainSamples.writtenAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.dashboard.http.Json;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.StepLabel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ChainViewTest {
  private static final ChainHead EMPTY = ChainHead.unknown("c", BEGAN);

  @Test
  void shouldGiveEachStepItsLeadTimeOverTheNextStepAndTheEnd() {
    // Given
    List<StepView> steps = List.of(step(0, 0.9), step(1, 0.1));
    ChainHead head = EMPTY.finished(finished("c", 2), Exposure.TEXT);

    // When
    ChainView chain = ChainView.of(head, steps);

    // Then
    assertThat(chain.steps())
        .extracting(StepView::leadTimeMs)
        .containsExactly(OptionalDouble.of(900), OptionalDouble.of(400));
  }

  @Test
  void shouldHaveNoLeadTimeWhileTheNextStepIsBeingWritten() {
    ChainView chain = ChainView.of(EMPTY, List.of(step(0, 0.9)));

    assertThat(chain.steps().get(0).leadTimeMs()).isEmpty();
    assertThat(chain.state()).isEqualTo(ChainState.RUNNING);
  }

  @Test
  void shouldKnowAStepByItsScoreAlone() {
    StepView step = StepView.unknown(3).scored(score(3, 0.9));

    assertThat(step.completedAt()).isEmpty();
    assertThat(step.champion()).isPresent();
  }

  @Test
  void shouldTakeEachProbesScoreOnceAndCountTheChampionsVerdictOnce() {
    // Given
    StepView once = step(0, 0.9);
    ChainHead head = EMPTY.changed(Optional.empty(), once);

    // When
    StepView again = once.scored(score(0, 0.9));
    StepView shadowed = again.scored(ScoreView.of(scored("c", 0, SHADOW, 0.2), writtenAt(0)));

    // Then
    assertThat(again).isEqualTo(once);
    assertThat(shadowed.scores()).hasSize(2);
    ChainHead after = head.changed(Optional.of(once), shadowed);
    assertThat(after.verdicts()).isEqualTo(new VerdictCounts(1, 0, 0));
    assertThat(after.steps()).isEqualTo(1);
  }

  @Test
  void shouldReplaceAnAblationOfTheSameKindAndKeepOthers() {
    ChainHead head =
        EMPTY
            .ablated(ablated("c", AblationMethod.INFLUENCE, StepLabel.IMPORTANT))
            .ablated(ablated("c", AblationMethod.RANDOM, StepLabel.IMPORTANT))
            .ablated(ablated("c", AblationMethod.INFLUENCE, StepLabel.REMOVABLE));

    assertThat(head.ablations())
        .extracting(result -> result.steps().get(0).label())
        .containsExactly(StepLabel.IMPORTANT, StepLabel.REMOVABLE);
  }

  @Test
  void shouldKeepNoTextThatIsWithheld() {
    // Given
    ChainHead head =
        EMPTY
            .started(started("c"), Exposure.WITHHELD)
            .finished(finished("c", 1), Exposure.WITHHELD);
    StepView step = StepView.unknown(0).completed(completed("c", 0, "secret"), Exposure.WITHHELD);

    // When
    String json = Json.text(ChainView.of(head, List.of(step)));

    // Then
    assertThat(json).doesNotContain("secret", "Find g?", "Answer", "\"7\"");
  }

  @Test
  void shouldBeTheSameAfterJson() {
    // Given
    ChainHead head =
        EMPTY
            .started(started("c"), Exposure.TEXT)
            .ablated(ablated("c", AblationMethod.INFLUENCE, StepLabel.IMPORTANT))
            .finished(finished("c", 2), Exposure.TEXT);
    ChainView chain = ChainView.of(head, List.of(step(0, 0.9), step(1, 0.1)));

    // When
    ChainView read = Json.read(Json.bytes(chain), ChainView.class);

    // Then
    assertThat(read).isEqualTo(chain);
    assertThat(Json.read(Json.bytes(head), ChainHead.class)).isEqualTo(head);
  }

  private static StepView step(int index, double score) {
    return StepView.unknown(index)
        .completed(completed("c", index), Exposure.TEXT)
        .scored(score(index, score));
  }

  private static ScoreView score(int index, double score) {
    return ScoreView.of(scored("c", index, score), writtenAt(index));
  }
}
