package dev.linchpin.app.replay;

import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.wire.ReplayRequested;
import java.time.Duration;
import java.util.Locale;

/** How far a run is, as a line. */
final class ProgressLine {
  private static final double NANOS = 1e9;

  private final ReplayRequested run;
  private final long readBefore;
  private final long startNanos;

  /**
   * Lines about a run.
   *
   * @param before how far it was when this process began
   * @param startNanos when that was, on a clock that only goes forward
   */
  ProgressLine(ReplayRequested run, ReplayProgress before, long startNanos) {
    this.run = run;
    this.readBefore = before.read();
    this.startNanos = startNanos;
  }

  String of(ReplayProgress now, boolean paused, long nanos) {
    double rate = (now.read() - readBefore) * NANOS / Math.max(1, nanos - startNanos);
    StringBuilder line = new StringBuilder(run.run()).append(": ").append(counts(now));
    line.append(String.format(Locale.ROOT, ", %.0f/s", rate));
    if (paused) {
      return line.append(", paused").toString();
    }
    if (now.remaining().isPresent()) {
      long remaining = now.remaining().getAsLong();
      line.append(", ").append(remaining).append(" to read");
      if (rate > 0) {
        line.append(", ").append(time((long) (remaining / rate))).append(" left");
      }
    }
    return line.toString();
  }

  /** The counts, which add up. */
  static String counts(ReplayProgress now) {
    StringBuilder text = new StringBuilder();
    text.append(now.read()).append(" read = ").append(now.scored()).append(" scored + ");
    text.append(now.deadLetters()).append(" dead-lettered");
    now.deadLettered().forEach((reason, n) -> text.append(" (" + reason + " " + n + ")"));
    text.append(" + ").append(now.skips()).append(" skipped");
    now.skipped().forEach((reason, n) -> text.append(" (" + reason + " " + n + ")"));
    if (now.missing() > 0) {
      text.append("; ").append(now.missing()).append(" missing in the log");
    }
    return text.toString();
  }

  private static String time(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }
}
