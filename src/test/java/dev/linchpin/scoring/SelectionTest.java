package dev.linchpin.scoring;

import static dev.linchpin.scoring.Samples.COMPLETED;
import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.MODEL;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.scoring.Selection.Reason;
import dev.linchpin.wire.LogAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SelectionTest {

  @Test
  void shouldLeaveNothingOutLive() {
    assertThat(Selection.EVERYTHING.leavesOut(raw(null, COMPLETED))).isEmpty();
    assertThat(Selection.EVERYTHING.leavesOut(step("a", 0, IMPORTANT))).isEmpty();
  }

  @Test
  void shouldKnowAChainByItsKey() {
    Selection selection =
        new Selection(Set.of("a"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(selection.leavesOut(raw("a", COMPLETED))).isEmpty();
    assertThat(selection.leavesOut(raw("b", COMPLETED))).contains(Reason.OTHER_CHAIN);
    assertThat(selection.leavesOut(raw(null, COMPLETED))).contains(Reason.OTHER_CHAIN);
  }

  @Test
  void shouldTakeTheFirstTimeAndLeaveTheLastOut() {
    Selection selection =
        new Selection(
            Set.of(),
            Optional.empty(),
            Optional.of(COMPLETED),
            Optional.of(COMPLETED.plusMillis(2)));

    assertThat(selection.leavesOut(raw("a", COMPLETED.minusMillis(1)))).contains(Reason.OTHER_TIME);
    assertThat(selection.leavesOut(raw("a", COMPLETED))).isEmpty();
    assertThat(selection.leavesOut(raw("a", COMPLETED.plusMillis(1)))).isEmpty();
    assertThat(selection.leavesOut(raw("a", COMPLETED.plusMillis(2)))).contains(Reason.OTHER_TIME);
  }

  @Test
  void shouldKnowAModelByTheRecord() {
    Selection mine =
        new Selection(Set.of(), Optional.of(MODEL), Optional.empty(), Optional.empty());
    Selection other =
        new Selection(Set.of(), Optional.of("other"), Optional.empty(), Optional.empty());

    assertThat(mine.leavesOut(step("a", 0, IMPORTANT))).isEmpty();
    assertThat(other.leavesOut(step("a", 0, IMPORTANT))).contains(Reason.OTHER_MODEL);
  }

  private static RawStep raw(String key, Instant timestamp) {
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    return new RawStep(bytes, Optional.empty(), timestamp, new LogAddress(0, 0));
  }
}
