package dev.linchpin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.OffsetRange;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FrontierTest {
  private static final OffsetRange RANGE = new OffsetRange(3, 10, OptionalLong.of(20), 0);

  private final Frontier frontier = new Frontier();

  @Test
  void shouldNotBeOverBeforeAllIsReadAndCommitted() {
    assertThat(frontier.isBehind(RANGE, OptionalLong.empty())).isFalse();

    frontier.handedOn(3, 18);
    frontier.reached(3, 20);

    assertThat(frontier.isBehind(RANGE, OptionalLong.of(17))).isFalse();
  }

  @Test
  void shouldBeOverWhenTheLastRecordIsCommittedThoughMarksFollowIt() {
    frontier.handedOn(3, 18);
    frontier.reached(3, 20);

    assertThat(frontier.isBehind(RANGE, OptionalLong.of(18))).isTrue();
  }

  @Test
  void shouldBeOverWhereAnotherProcessHasCommittedAll() {
    assertThat(frontier.isBehind(RANGE, OptionalLong.of(20))).isTrue();
  }

  @Test
  void shouldBeOverWhereThereIsNoRecordAtAll() {
    frontier.reached(3, 20);

    assertThat(frontier.isBehind(RANGE, OptionalLong.of(10))).isTrue();
  }
}
