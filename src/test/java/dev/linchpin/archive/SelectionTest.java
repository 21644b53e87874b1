package dev.linchpin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.archive.Selection.ByIds;
import dev.linchpin.archive.Selection.ByStart;
import dev.linchpin.archive.Selection.Everything;
import dev.linchpin.wire.SampleEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SelectionTest {
  /** When the sample chain started. */
  private static final Instant START = SampleEvents.NOW;

  @Test
  void shouldTakeChainsThatStartedInARange() {
    assertThat(takes(Optional.of(START), Optional.empty())).isTrue();
    assertThat(takes(Optional.of(START.plusNanos(1)), Optional.empty())).isFalse();
    assertThat(takes(Optional.empty(), Optional.of(START))).isFalse();
    assertThat(takes(Optional.empty(), Optional.of(START.plusNanos(1)))).isTrue();
    assertThat(takes(Optional.of(START), Optional.of(START.plusSeconds(1)))).isTrue();
  }

  @Test
  void shouldTakeChainsOfAModel() {
    assertThat(ofModel("tiny").takes(SampleEvents.chainStarted())).isTrue();
    assertThat(ofModel("other").takes(SampleEvents.chainStarted())).isFalse();
  }

  @Test
  void shouldDescribeItselfByTheOptions() {
    assertThat(new Everything().describe()).isEmpty();
    assertThat(new ByIds(Set.of("b", "a")).describe()).isEqualTo(Map.of("chain", Set.of("a", "b")));
    assertThat(new ByStart(Optional.of(START), Optional.empty(), Optional.of("tiny")).describe())
        .isEqualTo(Map.of("from", "2026-11-22T10:15:30.123456Z", "model", "tiny"));
  }

  private static boolean takes(Optional<Instant> from, Optional<Instant> until) {
    return new ByStart(from, until, Optional.empty()).takes(SampleEvents.chainStarted());
  }

  private static ByStart ofModel(String name) {
    return new ByStart(Optional.empty(), Optional.empty(), Optional.of(name));
  }
}
