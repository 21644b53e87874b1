package dev.linchpin.dashboard.replays;

import dev.linchpin.replay.ReplayProgress;
import java.util.OptionalLong;

/**
 * How far a run is. Read = scored + deadLettered + skipped.
 *
 * @param total records from its beginning to its end; empty while it follows the live stream
 * @param read records that were read
 * @param scored records that got a score
 * @param deadLettered records that went to the run's dead letters
 * @param skipped records that were read and not scored
 * @param done whether nothing is left to read
 */
public record ProgressView(
    OptionalLong total, long read, long scored, long deadLettered, long skipped, boolean done) {

  static ProgressView of(ReplayProgress progress) {
    OptionalLong left = progress.remaining();
    return new ProgressView(
        left.isPresent()
            ? OptionalLong.of(progress.read() + left.getAsLong())
            : OptionalLong.empty(),
        progress.read(),
        progress.scored(),
        progress.deadLetters(),
        progress.skips(),
        left.orElse(1) == 0);
  }
}
