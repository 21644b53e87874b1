package dev.linchpin.dashboard.replays;

import dev.linchpin.wire.ReplayRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run.
 *
 * @param run its name
 * @param requestedAt when it was asked for
 * @param probes keys of the probes that score
 * @param model whose steps are scored; empty for all
 * @param from steps captured from this time on; empty for the beginning
 * @param until steps captured before this time; empty for the end
 * @param paceFactor how many times as fast as the steps were captured; empty for as fast as
 *     possible
 * @param paused whether it stands still
 * @param follows whether it goes on with what is written after it was asked for
 * @param atWork whether a process works on it, here or elsewhere
 * @param startedHere whether it is this process
 * @param progress how far it is, by what is committed
 */
public record RunView(
    String run,
    Instant requestedAt,
    List<String> probes,
    Optional<String> model,
    Optional<Instant> from,
    Optional<Instant> until,
    OptionalDouble paceFactor,
    boolean paused,
    boolean follows,
    boolean atWork,
    boolean startedHere,
    ProgressView progress) {

  /** Who works on a run. */
  record Workers(boolean any, boolean here) {}

  static RunView of(ReplayRequested run, Workers workers, ProgressView progress) {
    return new RunView(
        run.run(),
        run.requestedAt(),
        run.probes(),
        run.model(),
        run.fromTime(),
        run.untilTime(),
        run.paceFactor(),
        run.paused(),
        run.follows(),
        workers.any(),
        workers.here(),
        progress);
  }
}
