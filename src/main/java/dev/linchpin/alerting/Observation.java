package dev.linchpin.alerting;

import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.OperatorActed;
import java.util.OptionalDouble;

/** What the desk is told, whatever topic it comes from. */
sealed interface Observation {

  /** The champion judged a step. */
  record Judged(String model, ScoredStep step) implements Observation {}

  /** Both times of a step are known: whether its verdict came before the next step was complete. */
  record Timed(String model, ScoredStep step, boolean inTime) implements Observation {}

  /**
   * A chain ended.
   *
   * @param steps number of its steps
   */
  record Ended(String chainId, int steps) implements Observation {}

  /**
   * A probe version was evaluated; figures are empty where they are not defined.
   *
   * @param labels it has had since its first
   * @param scores of the window on which drift is computed
   */
  record Measured(
      String probe,
      long labels,
      int scores,
      OptionalDouble auroc,
      OptionalDouble calibrationError,
      OptionalDouble scoreDrift,
      OptionalDouble activationDrift)
      implements Observation {}

  /** A record became a dead letter. */
  record Buried() implements Observation {}

  /** Someone did something. */
  record Acted(OperatorActed what) implements Observation {}
}
