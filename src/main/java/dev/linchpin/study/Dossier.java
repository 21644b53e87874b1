package dev.linchpin.study;

import java.util.List;
import java.util.Map;

/**
 * All that a model tells of one of its chains.
 *
 * @param chain as the stream delivered it
 * @param readings its steps as the model reads the finished chain
 * @param alone its steps' mean activations {@code [layers * hidden]} without the chain
 * @param removals what taking it apart showed, by way
 */
public record Dossier(
    ObservedChain chain,
    List<StepReading> readings,
    List<float[]> alone,
    Map<Way, Removal> removals) {
  public Dossier {
    readings = List.copyOf(readings);
    alone = List.copyOf(alone);
    removals = Map.copyOf(removals);
  }
}
