package dev.linchpin.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is of a chain.
 *
 * @param chainId identity of the chain
 * @param started whether its start is there
 * @param finished whether its end is there
 * @param expectedSteps steps that its end says; 0 where that is not there
 * @param steps different steps found
 * @param activations different steps with activations
 * @param scores different steps with a score at least
 * @param labels different steps with a label
 */
public record ChainPieces(
    String chainId,
    boolean started,
    boolean finished,
    int expectedSteps,
    int steps,
    int activations,
    int scores,
    int labels) {

  /**
   * What is missing, in words; empty for a whole chain. Every step has activations. A chain may
   * have no score at all, where its model has no probe. Labels are only where the chain was taken
   * apart, so none is missed.
   */
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    if (!started) {
      gaps.add("no start");
    }
    if (!finished) {
      gaps.add("no end");
    }
    int due = finished ? expectedSteps : Math.max(steps, activations);
    addGap(steps != due, due, steps + " steps", gaps);
    addGap(activations != due, due, activations + " activations", gaps);
    addGap(scores != 0 && scores != due, due, scores + " scored", gaps);
    return gaps;
  }

  /** In one line. */
  public String describe() {
    return chainId + ": " + String.join("; ", gaps());
  }

  private static void addGap(boolean differs, int due, String got, List<String> gaps) {
    if (differs) {
      gaps.add("expected %d steps, got %s".formatted(due, got));
    }
  }
}
