package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.replay.ProbeChoice;
import dev.linchpin.replay.RangeRequest;
import dev.linchpin.replay.RunOrder;
import dev.linchpin.wire.ReplayTopics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A run that somebody asks for.
 *
 * @param run its name: lower-case letters, digits, {@code -} and {@code _}
 * @param probe key of a published probe; empty for the champions
 * @param model whose steps are scored; empty for all
 * @param from steps captured from this time on; empty for the beginning
 * @param until steps captured before this time; empty for up to now
 * @param paceFactor 1 for the pace at which steps were captured; empty for as fast as possible
 */
public record RunWish(
    String run,
    Optional<String> probe,
    Optional<String> model,
    Optional<Instant> from,
    Optional<Instant> until,
    OptionalDouble paceFactor) {

  /**
   * The name of a run.
   *
   * @throws ProblemException with 400 if no run can be called so
   */
  static String checked(String name) {
    try {
      ReplayTopics.checkName(Optional.ofNullable(name).orElse(""));
      return name;
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("run: " + e.getMessage());
    }
  }

  /**
   * The order for the run.
   *
   * @throws ProblemException with 400 if something is wrong with it
   */
  RunOrder order() {
    if (!(paceFactor.orElse(1) > 0)) {
      throw ProblemException.badRequest(
          "paceFactor: expected more than 0, got " + paceFactor.getAsDouble());
    }
    return new RunOrder(
        new RangeRequest(from, until, Map.of(), false),
        Set.of(),
        model,
        probe.<ProbeChoice>map(ProbeChoice.Pinned::new).orElseGet(ProbeChoice.Running::new),
        paceFactor);
  }
}
