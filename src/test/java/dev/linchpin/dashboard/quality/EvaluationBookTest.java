package dev.linchpin.dashboard.quality;

import static dev.linchpin.dashboard.quality.QualitySamples.START;
import static dev.linchpin.dashboard.quality.QualitySamples.evaluated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.SampleEvents;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class EvaluationBookTest {
  private static final ProbeId FIRST = new ProbeId("tiny", "main", 1);
  private static final ProbeId SECOND = new ProbeId("tiny", "main", 2);

  private final EvaluationBook book = new EvaluationBook();

  @Test
  void shouldKeepTheLatestWholeAndTheEarlierAsPoints() {
    // When
    book.note(evaluated(FIRST, 0, 0.6));
    book.note(evaluated(SECOND, 1, 0.7));
    book.note(evaluated(FIRST, 2, 0.8));

    // Then
    assertThat(book.probes()).containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(book.latest(FIRST).orElseThrow().auroc()).hasValue(0.8);
    assertThat(book.history(FIRST))
        .extracting(QualityPoint::at, QualityPoint::auroc)
        .containsExactly(
            tuple(START, OptionalDouble.of(0.6)),
            tuple(START.plusSeconds(2), OptionalDouble.of(0.8)));
  }

  @Test
  void shouldShowBandsAndBinsAsTheyWerePublished() {
    // When
    book.note(SampleEvents.probeEvaluated());

    // Then
    Evaluation latest = book.latest(SampleEvents.PROBE).orElseThrow();
    assertThat(latest.aurocLow()).hasValue(0.85);
    assertThat(latest.aurocHigh()).hasValue(0.93);
    assertThat(latest.accuracyLow()).isEmpty();
    assertThat(latest.calibration()).hasSize(2);
    assertThat(latest.calibration().get(1))
        .isEqualTo(
            new Evaluation.Bin(
                0.1,
                0.2,
                10,
                OptionalDouble.of(0.15),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.018),
                OptionalDouble.of(0.404)));
    assertThat(latest.delays().boundsMs())
        .containsExactly(
            1_000L,
            3_000L,
            10_000L,
            30_000L,
            60_000L,
            300_000L,
            1_800_000L,
            10_800_000L,
            86_400_000L);
    assertThat(book.history(SampleEvents.PROBE).get(0).aurocHigh()).hasValue(0.93);
  }

  @Test
  void shouldKnowNothingOfAVersionThatWasNotEvaluated() {
    // When
    book.note(evaluated(FIRST, 0, 0.6));

    // Then
    assertThat(book.latest(SECOND)).isEmpty();
    assertThat(book.history(SECOND)).isEmpty();
  }

  @Test
  void shouldThinTheHistoryAndForgetTheVersionEvaluatedLongestAgo() {
    // Given
    for (int i = 0; i < 5_000; i++) {
      book.note(evaluated(FIRST, i, 0.6));
    }
    int points = book.history(FIRST).size();

    // When
    for (int i = 0; i < EvaluationBook.MOST_PROBES; i++) {
      book.note(evaluated(new ProbeId("tiny", "main", 2 + i), 10_000 + i, 0.6));
    }

    // Then
    assertThat(points).isBetween(EvaluationBook.MOST_POINTS / 2, EvaluationBook.MOST_POINTS);
    assertThat(book.probes()).hasSize(EvaluationBook.MOST_PROBES).doesNotContain(FIRST);
  }
}
