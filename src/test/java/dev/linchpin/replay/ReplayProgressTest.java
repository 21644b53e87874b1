package dev.linchpin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.ReplayCounted;
import dev.linchpin.wire.ReplayRequested;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReplayProgressTest {

  @Test
  void shouldAddUpOverPartitionsAndSayWhatIsMissing() {
    // Given
    ReplayRequested run = run(OptionalLong.of(20), OptionalLong.of(30));
    ReplayCounted first =
        ReplayCounted.none(0)
            .plusScored(10)
            .plusScored(11)
            .plusSkipped(13, "OTHER_CHAIN")
            .plusDeadLettered(14, "MALFORMED");
    ReplayCounted second = ReplayCounted.none(1).plusSkipped(0, "OTHER_CHAIN");

    // When
    ReplayProgress progress = ReplayProgress.of(run, List.of(first, second));

    // Then
    assertThat(progress)
        .isEqualTo(
            new ReplayProgress(
                5,
                2,
                Map.of("MALFORMED", 1L),
                Map.of("OTHER_CHAIN", 2L),
                4,
                OptionalLong.of(5 + 29)));
    assertThat(progress.read())
        .isEqualTo(progress.scored() + progress.deadLetters() + progress.skips());
    assertThat(progress.ended().missing()).isEqualTo(4 + 34);
  }

  @Test
  void shouldHaveNoEndWhereItFollows() {
    assertThat(ReplayProgress.of(run(OptionalLong.empty(), OptionalLong.empty()), List.of()))
        .isEqualTo(new ReplayProgress(0, 0, Map.of(), Map.of(), 3, OptionalLong.empty()));
  }

  private static ReplayRequested run(OptionalLong firstEnd, OptionalLong secondEnd) {
    return new ReplayRequested(
        "run",
        Instant.EPOCH,
        List.of(new OffsetRange(0, 10, firstEnd, 3), new OffsetRange(1, 0, secondEnd, 0)),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("tiny/layerwise/1"),
        OptionalDouble.empty(),
        false);
  }
}
