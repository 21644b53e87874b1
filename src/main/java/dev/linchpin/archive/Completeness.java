package dev.linchpin.archive;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What there is of the chains of an archive, and what is missing.
 *
 * @param chains chains of which there is anything
 * @param started chains whose start is there
 * @param finished chains whose end is there
 * @param expectedSteps steps that these ends say
 * @param steps different steps found
 * @param activations different steps with activations
 * @param scores different steps with a score at least
 * @param labels different steps with a label
 * @param incomplete the chains of which something is missing, by id
 * @param absent chains that were asked for by id and of which there is nothing, by id
 * @param unplaced chains whose start is not there, so that a selection by time or model could not
 *     take them
 */
public record Completeness(
    int chains,
    int started,
    int finished,
    long expectedSteps,
    long steps,
    long activations,
    long scores,
    long labels,
    List<ChainPieces> incomplete,
    List<String> absent,
    int unplaced) {
  public Completeness {
    incomplete = List.copyOf(incomplete);
    absent = List.copyOf(absent);
  }

  /** Adds chains up; {@code chains} in the order in which the incomplete are listed. */
  static Completeness of(Collection<ChainPieces> chains, List<String> absent, int unplaced) {
    return new Completeness(
        chains.size(),
        (int) chains.stream().filter(ChainPieces::started).count(),
        (int) chains.stream().filter(ChainPieces::finished).count(),
        sum(chains, ChainPieces::expectedSteps),
        sum(chains, ChainPieces::steps),
        sum(chains, ChainPieces::activations),
        sum(chains, ChainPieces::scores),
        sum(chains, ChainPieces::labels),
        chains.stream().filter(chain -> !chain.gaps().isEmpty()).toList(),
        absent,
        unplaced);
  }

  private static long sum(Collection<ChainPieces> chains, ToIntFunction<ChainPieces> figure) {
    return chains.stream().mapToLong(figure::applyAsInt).sum();
  }
}
