package dev.linchpin.replay.compare;

import static dev.linchpin.reasoning.Verdict.IMPORTANT;
import static dev.linchpin.reasoning.Verdict.REMOVABLE;
import static dev.linchpin.reasoning.Verdict.UNCERTAIN;
import static dev.linchpin.replay.compare.ScoredSamples.chain;
import static dev.linchpin.replay.compare.ScoredSamples.labels;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Confusion;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WhatIfTest {

  @Test
  void shouldJudgeTheSameScoresByOtherThresholds() {
    // Given
    var scores = chain("a", 0.1, 0.3, 0.5, 0.7, 0.9);

    // When
    WhatIf judged =
        WhatIf.of(
            scores.values(), new Thresholds(0.3, 0.7), labels("a", false, true, true, true, false));

    // Then
    assertThat(judged.was()).isEqualTo(Map.of(REMOVABLE, 1L, UNCERTAIN, 3L, IMPORTANT, 1L));
    assertThat(judged.would()).isEqualTo(Map.of(REMOVABLE, 2L, UNCERTAIN, 1L, IMPORTANT, 2L));
    assertThat(judged.changed())
        .extracting(score -> score.step().stepIndex())
        .containsExactlyInAnyOrder(1, 3);
    assertThat(judged.removable()).isEqualTo(new Confusion(1, 1, 2, 1));
    assertThat(judged.important()).isEqualTo(new Confusion(1, 1, 1, 2));
  }

  @Test
  void shouldChangeNothingByTheThresholdsThatWere() {
    WhatIf judged =
        WhatIf.of(chain("a", 0.1, 0.5, 0.9).values(), ScoredSamples.THRESHOLDS, Map.of());

    assertThat(judged.changed()).isEmpty();
    assertThat(judged.would()).isEqualTo(judged.was());
    assertThat(judged.removable().called()).isZero();
  }
}
