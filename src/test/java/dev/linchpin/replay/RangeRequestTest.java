package dev.linchpin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.replay.RangeRequest.Extent;
import dev.linchpin.replay.RangeRequest.Offsets;
import dev.linchpin.wire.OffsetRange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RangeRequestTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Extent EXTENT =
      new Extent(10, 100, OptionalLong.of(40), OptionalLong.of(60));
  private static final OptionalLong END = OptionalLong.empty();

  @Test
  void shouldReadAllThatIsThere() {
    assertThat(RangeRequest.EVERYTHING.range(1, EXTENT)).isEqualTo(range(1, 10, 100, 0));
  }

  @Test
  void shouldReadBetweenTwoTimes() {
    RangeRequest request =
        new RangeRequest(Optional.of(NOON), Optional.of(NOON.plusSeconds(1)), Map.of(), false);

    assertThat(request.range(0, EXTENT)).isEqualTo(range(0, 40, 60, 0));
  }

  @Test
  void shouldReadNothingWhereEverythingIsEarlier() {
    RangeRequest request = new RangeRequest(Optional.of(NOON), Optional.empty(), Map.of(), false);

    assertThat(request.range(0, new Extent(10, 100, END, END))).isEqualTo(range(0, 100, 100, 0));
  }

  @Test
  void shouldReadOffsetsAndSayHowManyAreGone() {
    RangeRequest request = offsets(new Offsets(5, OptionalLong.of(20)));

    assertThat(request.range(0, EXTENT)).isEqualTo(range(0, 10, 20, 5));
    assertThat(offsets(new Offsets(2, OptionalLong.of(8))).range(0, EXTENT))
        .isEqualTo(range(0, 8, 8, 6));
    assertThat(request.range(1, EXTENT)).isEqualTo(range(1, 100, 100, 0));
  }

  @Test
  void shouldHaveNoEndWhereItFollows() {
    RangeRequest request = new RangeRequest(Optional.of(NOON), Optional.empty(), Map.of(), true);

    assertThat(request.range(0, EXTENT)).isEqualTo(new OffsetRange(0, 40, END, 0));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> offsets(new Offsets(0, OptionalLong.of(101))).range(0, EXTENT))
        .isInstanceOf(RefusedReplayException.class)
        .hasMessage("expected offsets up to 100 in partition 0, got 0 to 101");
    assertThatThrownBy(() -> new RangeRequest(Optional.empty(), Optional.of(NOON), Map.of(), true))
        .hasMessageContaining("got both");
    assertThatThrownBy(
            () -> new RangeRequest(Optional.of(NOON), Optional.of(NOON), Map.of(), false))
        .hasMessageContaining("expected a beginning before the end");
  }

  private static RangeRequest offsets(Offsets offsets) {
    return new RangeRequest(Optional.empty(), Optional.empty(), Map.of(0, offsets), false);
  }

  private static OffsetRange range(int partition, long from, long until, long missing) {
    return new OffsetRange(partition, from, OptionalLong.of(until), missing);
  }
}
