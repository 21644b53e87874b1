package dev.linchpin.replay.compare;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepScored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a replay by the same probe version gave what was scored live, bit for bit. The time of
 * scoring and the probe's part at that time are no result of scoring, and are not compared.
 *
 * @param equal steps of which all is equal
 * @param different steps of which something differs
 * @param onlyLive steps that only have a live score
 * @param onlyReplayed steps that only have a score of the replay
 * @param first the first difference in the order of the log
 */
public record Verification(
    long equal, long different, long onlyLive, long onlyReplayed, Optional<Difference> first) {

  /** Something that differs. */
  public record Difference(
      StepRef step, LogAddress at, String field, String live, String replayed) {}

  /** Compares the scores of one probe version by step. */
  public static Verification of(Map<StepRef, StepScored> live, Map<StepRef, StepScored> replayed) {
    List<Difference> differences =
        live.values().stream()
            .filter(score -> replayed.containsKey(score.step()))
            .sorted(
                Comparator.comparing((StepScored score) -> score.activations().partition())
                    .thenComparing(score -> score.activations().offset()))
            .flatMap(score -> difference(score, replayed.get(score.step())).stream())
            .toList();
    long both = live.keySet().stream().filter(replayed::containsKey).count();
    return new Verification(
        both - differences.size(),
        differences.size(),
        live.size() - both,
        replayed.size() - both,
        differences.stream().findFirst());
  }

  /** Whether something was compared and all of it is equal, and nothing was scored live alone. */
  public boolean holds() {
    return equal > 0 && different == 0 && onlyLive == 0;
  }

  private static Optional<Difference> difference(StepScored live, StepScored replayed) {
    return field(live, "score", bits(live.score()), bits(replayed.score()))
        .or(() -> field(live, "verdict", live.verdict(), replayed.verdict()))
        .or(
            () ->
                field(
                    live,
                    "activationDistance",
                    bits(live.activationDistance()),
                    bits(replayed.activationDistance())))
        .or(() -> field(live, "activations", live.activations(), replayed.activations()))
        .or(
            () ->
                field(live, "stepCompletedAt", live.stepCompletedAt(), replayed.stepCompletedAt()));
  }

  private static Optional<Difference> field(
      StepScored live, String name, Object value, Object other) {
    return value.equals(other)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                live.step(), live.activations(), name, value.toString(), other.toString()));
  }

  /** A number that shows every bit. */
  private static String bits(double value) {
    return Double.toHexString(value);
  }

  private static String bits(OptionalDouble value) {
    return value.isPresent() ? bits(value.getAsDouble()) : "none";
  }
}
