package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.SamplingSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ChainIdsTest {

  private static final LogAddress AT = new LogAddress(1, 2);
  private static final SamplingSettings SAMPLING = new SamplingSettings(0.6, 0.95, 100, 1);

  @Test
  void shouldGiveTheSameChainToTheSameProblemAgain() {
    assertThat(ChainIds.request(problem(), AT, "f1", SAMPLING))
        .isEqualTo(ChainIds.request(problem(), AT, "f1", SAMPLING));
  }

  @Test
  void shouldGiveAnotherChainAndSeedToAnotherRecordModelOrSetting() {
    Stream<ChainRequest> requests =
        Stream.of(
            ChainIds.request(problem(), AT, "f1", SAMPLING),
            ChainIds.request(problem(), new LogAddress(1, 3), "f1", SAMPLING),
            ChainIds.request(problem(), AT, "f2", SAMPLING),
            ChainIds.request(problem(), AT, "f1", new SamplingSettings(0.6, 0.95, 100, 2)));

    assertThat(requests.toList())
        .doesNotHaveDuplicates()
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
  }

  private static ProblemPosed problem() {
    return new ProblemPosed("p1", "what?", Optional.of("4"), Instant.EPOCH);
  }
}
