package dev.linchpin.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A run of recorded activations through probes. Identity: the run; a later record replaces an
 * earlier one.
 *
 * @param run name of the run, see {@link ReplayTopics#checkName}
 * @param requestedAt when it was asked for
 * @param ranges what is read of each partition of {@code activations}, one range for each, in their
 *     order
 * @param chains ids of the chains whose steps are scored; none for all chains
 * @param model name of the model whose steps are scored; empty for all
 * @param fromTime records with an earlier timestamp are not scored
 * @param untilTime records with this timestamp or a later one are not scored
 * @param probes keys of the probes that score, which lie in the run's own topic of probes
 * @param paceFactor how many times as fast as the records were written they are replayed, over 0;
 *     empty for as fast as possible
 * @param paused whether the run stands still
 */
public record ReplayRequested(
    String run,
    Instant requestedAt,
    List<OffsetRange> ranges,
    Set<String> chains,
    Optional<String> model,
    Optional<Instant> fromTime,
    Optional<Instant> untilTime,
    List<String> probes,
    OptionalDouble paceFactor,
    boolean paused) {
  public ReplayRequested {
    ReplayTopics.checkName(run);
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).partition() != i) {
        throw new IllegalArgumentException("expected a range for each partition, got " + ranges);
      }
    }
    if (ranges.isEmpty() || probes.isEmpty()) {
      throw new IllegalArgumentException(
          "expected ranges and probes, got %s and %s".formatted(ranges, probes));
    }
    if (!(paceFactor.orElse(1) > 0)) {
      throw new IllegalArgumentException("expected a pace over 0, got " + paceFactor);
    }
    ranges = List.copyOf(ranges);
    chains = Set.copyOf(chains);
    probes = List.copyOf(probes);
  }

  /** The same run, standing still or not. */
  public ReplayRequested paused(boolean still) {
    return new ReplayRequested(
        run, requestedAt, ranges, chains, model, fromTime, untilTime, probes, paceFactor, still);
  }

  /** Whether it is about a step that has this score. */
  public boolean covers(StepScored score) {
    LogAddress at = score.activations();
    OffsetRange range = ranges.get(at.partition());
    Instant completed = score.stepCompletedAt();
    return at.offset() >= range.from()
        && !range.endsBefore(at.offset())
        && (chains.isEmpty() || chains.contains(score.step().chainId()))
        && model.map(name -> name.equals(score.probe().model())).orElse(true)
        && fromTime.map(time -> !completed.isBefore(time)).orElse(true)
        && untilTime.map(completed::isBefore).orElse(true);
  }

  /** How many partitions {@code activations} has. */
  public int partitions() {
    return ranges.size();
  }

  /** Whether it goes on with what is written after it was asked for. */
  public boolean follows() {
    return ranges.stream().anyMatch(range -> range.until().isEmpty());
  }
}
