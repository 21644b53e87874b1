package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.labelling.LabelSamples.withoutLabels;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static dev.linchpin.reasoning.StepLabel.UNLABELLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.labelling.Evidence.Labelled;
import dev.linchpin.labelling.Evidence.Lost;
import dev.linchpin.labelling.Evidence.Scored;
import dev.linchpin.labelling.Evidence.Settled;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LabelJoinTest {
  private static final AcceptedAblation ABLATION =
      AcceptedAblation.of(ablated("a", IMPORTANT, REMOVABLE, UNLABELLED));

  @Test
  void shouldOnlyNoteAScoreWithoutAblation() {
    // Given
    StepScored score = scored("a", 0, 0.9);

    // When
    Joined joined = LabelJoin.scored(score, List.of(score), Optional.empty());

    // Then
    assertThat(joined)
        .isEqualTo(
            new Joined(
                List.of(),
                List.of(new Scored(MAIN, new GivenScore(0.9, score.activationDistance())))));
  }

  @Test
  void shouldLabelWithScoresByNameAndVersionOfTheProbe() {
    // Given
    StepScored late = scored("a", 0, new ProbeId("tiny", "shadow", 10), 0.1);
    List<StepScored> ofStep = List.of(late, scored("a", 0, SHADOW, 0.2), scored("a", 0, 0.9));

    // When
    Joined joined = LabelJoin.scored(late, ofStep, Optional.of(ABLATION));

    // Then
    assertThat(joined.labels()).hasSize(1);
    assertThat(joined.labels().get(0).scores())
        .extracting(StepLabelled.Score::probe)
        .containsExactly(MAIN, SHADOW, late.probe());
    assertThat(joined.evidence())
        .containsExactly(
            new Scored(late.probe(), new GivenScore(0.1, late.activationDistance())),
            new Labelled(
                late.probe(), new LabelledScore("a", true, 0.1, Verdict.REMOVABLE, 60_000)));
  }

  @Test
  void shouldSettleEveryScoreOfAChain() {
    // Given
    List<StepScored> ofChain =
        List.of(scored("a", 2, 0.5), scored("a", 1, 0.3), scored("a", 1, SHADOW, 0.8));

    // When
    Joined joined = LabelJoin.ablated(ABLATION, ofChain);

    // Then
    assertThat(joined.labels()).extracting(StepLabelled::label).containsExactly(REMOVABLE);
    assertThat(joined.evidence())
        .containsExactly(
            new Settled(MAIN),
            new Labelled(MAIN, new LabelledScore("a", false, 0.3, Verdict.UNCERTAIN, 60_000)),
            new Labelled(SHADOW, new LabelledScore("a", false, 0.8, Verdict.IMPORTANT, 60_000)));
  }

  @Test
  void shouldSettleStepsOfWhichTheAblationKnowsNothing() {
    // Given
    AcceptedAblation incorrect = AcceptedAblation.of(withoutLabels("a", Outcome.INCORRECT));

    // When
    Joined beyond = LabelJoin.ablated(ABLATION, List.of(scored("a", 7, 0.5)));
    Joined wrong = LabelJoin.ablated(incorrect, List.of(scored("a", 0, 0.5)));

    // Then
    assertThat(beyond).isEqualTo(new Joined(List.of(), List.of(new Settled(MAIN))));
    assertThat(wrong).isEqualTo(beyond);
  }

  @Test
  void shouldLeaveOutADistanceThatIsNoNumber() {
    // Given
    StepScored score = scored("a", 0, MAIN, 0.9, OptionalDouble.of(Double.NaN));

    // When
    Joined joined = LabelJoin.scored(score, List.of(score), Optional.empty());

    // Then
    assertThat(joined.evidence())
        .containsExactly(new Scored(MAIN, new GivenScore(0.9, OptionalDouble.empty())));
  }

  @Test
  void shouldTellEveryVersionOfItsLoss() {
    // When
    List<Evidence> lost = LabelJoin.lost(List.of(scored("a", 0, 0.5), scored("a", 0, SHADOW, 0.5)));

    // Then
    assertThat(lost).containsExactly(new Lost(MAIN), new Lost(SHADOW));
  }
}
