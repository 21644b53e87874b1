package dev.linchpin.replay.compare;

import dev.linchpin.reasoning.StepRef;
import java.util.List;
import java.util.Map;

/**
 * Two sources of scores, held against each other.
 *
 * @param first name of the first: a run, or live
 * @param second name of the second
 * @param comparison what differs
 * @param worst steps that differ most, the worst first
 * @param texts of those steps, as far as they are known
 */
public record ComparedSources(
    String first,
    String second,
    Comparison comparison,
    List<Pair> worst,
    Map<StepRef, String> texts) {
  public ComparedSources {
    worst = List.copyOf(worst);
    texts = Map.copyOf(texts);
  }
}
