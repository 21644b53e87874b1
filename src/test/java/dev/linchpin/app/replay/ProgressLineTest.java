package dev.linchpin.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.wire.SampleEvents;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;

  private final ProgressLine line =
      new ProgressLine(SampleEvents.replayRequested(), progress(100, 0), 0);

  @Test
  void shouldSayRateAndTimeLeftOfThisProcess() {
    assertThat(line.of(progress(300, 7_450), false, 2 * SECOND))
        .isEqualTo(
            "yesterday-1: 300 read = 290 scored + 3 dead-lettered (MALFORMED 3) + 7 skipped"
                + " (OTHER_CHAIN 7); 5 missing in the log, 100/s, 7450 to read, 0:01:14 left");
  }

  @Test
  void shouldNotGuessATimeWithoutARate() {
    assertThat(line.of(progress(100, 50), false, SECOND)).endsWith(", 0/s, 50 to read");
  }

  @Test
  void shouldSayThatItStandsStill() {
    assertThat(line.of(progress(100, 50), true, SECOND)).endsWith(", 0/s, paused");
  }

  private static ReplayProgress progress(long read, long remaining) {
    return new ReplayProgress(
        read,
        read - 10,
        Map.of("MALFORMED", 3L),
        Map.of("OTHER_CHAIN", 7L),
        5,
        OptionalLong.of(remaining));
  }
}
