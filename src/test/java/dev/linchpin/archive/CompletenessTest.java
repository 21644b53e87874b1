package dev.linchpin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.SampleEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompletenessTest {

  @Test
  void shouldFindNothingMissingInAWholeChain() {
    assertThat(new ChainPieces("c", true, true, 9, 9, 9, 9, 4).gaps()).isEmpty();
    assertThat(new ChainPieces("c", true, true, 9, 9, 9, 0, 0).gaps()).isEmpty();
    assertThat(new ChainPieces("c", true, true, 0, 0, 0, 0, 0).gaps()).isEmpty();
  }

  @Test
  void shouldSayWhatRetentionTook() {
    assertThat(new ChainPieces("c", true, true, 9, 9, 7, 9, 4).describe())
        .isEqualTo("c: expected 9 steps, got 7 activations");
    assertThat(new ChainPieces("c", false, true, 9, 8, 0, 5, 0).gaps())
        .containsExactly(
            "no start",
            "expected 9 steps, got 8 steps",
            "expected 9 steps, got 0 activations",
            "expected 9 steps, got 5 scored");
  }

  @Test
  void shouldHoldAChainWithoutAnEndAgainstItsSteps() {
    assertThat(new ChainPieces("c", true, false, 0, 3, 3, 0, 0).gaps()).containsExactly("no end");
    assertThat(new ChainPieces("c", true, false, 0, 3, 2, 3, 0).gaps())
        .containsExactly("no end", "expected 3 steps, got 2 activations");
    assertThat(new ChainPieces("c", true, false, 0, 2, 3, 0, 0).gaps())
        .containsExactly("no end", "expected 3 steps, got 2 steps");
  }

  @Test
  void shouldCountEveryPieceOnce() {
    // Given
    ChainTally tally = new ChainTally();

    // When
    List.of(
            SampleEvents.chainStarted(),
            SampleEvents.chainFinished(),
            SampleEvents.stepCompleted(),
            SampleEvents.stepCompleted(),
            SampleEvents.activationsCaptured(),
            SampleEvents.stepProjected(),
            SampleEvents.stepScored(),
            SampleEvents.stepFlagged(),
            SampleEvents.chainAblated(),
            SampleEvents.stepLabelled())
        .forEach(tally::take);
    tally.takeUnreadActivations();

    // Then
    assertThat(tally.pieces("c")).isEqualTo(new ChainPieces("c", true, true, 4, 1, 2, 1, 1));
  }

  @Test
  void shouldAddChainsUp() {
    // Given
    ChainPieces whole = new ChainPieces("a", true, true, 9, 9, 9, 9, 4);
    ChainPieces broken = new ChainPieces("b", true, false, 0, 3, 2, 3, 0);

    // When
    Completeness sum = Completeness.of(List.of(whole, broken), List.of("x"), 5);

    // Then
    assertThat(sum)
        .isEqualTo(new Completeness(2, 2, 1, 9, 12, 11, 12, 4, List.of(broken), List.of("x"), 5));
  }
}
