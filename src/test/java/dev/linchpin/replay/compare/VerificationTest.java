package dev.linchpin.replay.compare;

import static dev.linchpin.replay.compare.ScoredSamples.both;
import static dev.linchpin.replay.compare.ScoredSamples.chain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.replay.compare.Verification.Difference;
import dev.linchpin.wire.LogAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VerificationTest {

  @Test
  void shouldHoldWhereEveryBitIsEqual() {
    Verification verified = Verification.of(chain("a", 0.1, 0.5), chain("a", 0.1, 0.5));

    assertThat(verified).isEqualTo(new Verification(2, 0, 0, 0, Optional.empty()));
    assertThat(verified.holds()).isTrue();
  }

  @Test
  void shouldShowTheFirstDifferenceInTheLogDownToTheLastBit() {
    // Given
    double next = Math.nextUp(0.5);

    // When
    Verification verified = Verification.of(chain("a", 0.1, 0.5, 0.6), chain("a", 0.1, next, 0.7));

    // Then
    assertThat(verified.holds()).isFalse();
    assertThat(verified.equal()).isEqualTo(1);
    assertThat(verified.different()).isEqualTo(2);
    assertThat(verified.first())
        .contains(
            new Difference(
                new StepRef("a", 1),
                new LogAddress(0, 1),
                "score",
                "0x1.0p-1",
                "0x1.0000000000001p-1"));
  }

  @Test
  void shouldNotHoldWhereAStepWasScoredLiveAlone() {
    Verification verified = Verification.of(chain("a", 0.1, 0.5), chain("a", 0.1));

    assertThat(verified).isEqualTo(new Verification(1, 0, 1, 0, Optional.empty()));
    assertThat(verified.holds()).isFalse();
  }

  @Test
  void shouldHoldWhereTheReplayScoredMore() {
    Verification verified =
        Verification.of(chain("a", 0.1), both(chain("a", 0.1), chain("b", 0.2)));

    assertThat(verified.onlyReplayed()).isEqualTo(1);
    assertThat(verified.holds()).isTrue();
  }

  @Test
  void shouldNotHoldWhereNothingWasCompared() {
    assertThat(Verification.of(Map.of(), chain("a", 0.1)).holds()).isFalse();
  }
}
