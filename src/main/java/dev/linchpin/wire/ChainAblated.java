package dev.linchpin.wire;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What removing steps of a finished chain showed. Identity: chain, method and measure; safe to see
 * twice.
 *
 * @param chainId identity of the chain
 * @param model name of the model that wrote the chain and was asked again
 * @param modelFingerprint digest of configuration and weights
 * @param settings how the steps were taken out and what was demanded
 * @param outcome what became of the chain
 * @param influenceShare the lowest threshold share of influence, in (0, 1], that kept the chain
 *     sufficient and attainable; empty where there was no sweep
 * @param prefixSteps steps of the shortest sufficient prefix that were looked at
 * @param coreSteps steps that remained at the end
 * @param forwardPasses passes of the model that this took, each over one batch
 * @param elapsed time that this took
 * @param chainFinishedAt when the chain's last token existed
 * @param ablatedAt when this result existed
 * @param steps every step of the chain in order; empty unless it was labelled
 */
public record ChainAblated(
    String chainId,
    String model,
    String modelFingerprint,
    Settings settings,
    Outcome outcome,
    OptionalDouble influenceShare,
    int prefixSteps,
    int coreSteps,
    long forwardPasses,
    Duration elapsed,
    Instant chainFinishedAt,
    Instant ablatedAt,
    List<Step> steps) {
  public ChainAblated {
    steps = List.copyOf(steps);
  }

  /** What became of a chain. */
  public enum Outcome {
    /** Its steps are labelled. */
    LABELLED,
    /** Its answer was wrong. */
    INCORRECT,
    /** The model reaches the answer without it. */
    NOT_NECESSARY,
    /** No part of it leads the model to the answer often enough. */
    NOT_SUFFICIENT,
    /** Its answer key is not known, or the text of its steps is withheld. */
    NOTHING_TO_ASK,
    /** It leaves the model no room for an answer. */
    TOO_LONG,
    /** The model could not be asked; the worker's log says why. */
    FAILED
  }

  /**
   * How steps are taken out.
   *
   * @param method in which order
   * @param measure how a shortened chain is compared with the original
   * @param completions drawn for every check of sufficiency, K, at least 1
   * @param temperature of these completions, 0 for greedy
   * @param topP nucleus mass of these completions, in (0, 1]
   * @param seed of these completions and of a random order
   * @param sufficiencyAtLeast demanded share of right completions, in [0, 1]
   * @param attainabilityAtLeast demanded attainability
   */
  public record Settings(
      AblationMethod method,
      AttainabilityMeasure measure,
      int completions,
      double temperature,
      double topP,
      long seed,
      double sufficiencyAtLeast,
      double attainabilityAtLeast) {
    public Settings {
      if (completions < 1 || !(temperature >= 0) || !(topP > 0 && topP <= 1)) {
        throw new IllegalArgumentException(
            "expected completions >= 1, temperature >= 0 and topP in (0, 1], got %d, %s and %s"
                .formatted(completions, temperature, topP));
      }
      if (!(sufficiencyAtLeast >= 0 && sufficiencyAtLeast <= 1 && attainabilityAtLeast <= 1)) {
        throw new IllegalArgumentException(
            "expected sufficiency in [0, 1] and attainability of at most 1, got %s and %s"
                .formatted(sufficiencyAtLeast, attainabilityAtLeast));
      }
    }
  }

  /**
   * What removal showed of one step.
   *
   * @param stepIndex position in the chain, from 0
   * @param label what removal showed
   * @param sufficiency share of right completions without this step alone, in [0, 1], where asked
   * @param attainability without this step alone, where asked
   * @param influence mean influence on the later steps of the prefix, where asked
   * @param influences influence on each later step of the prefix, the next one first
   */
  public record Step(
      int stepIndex,
      StepLabel label,
      OptionalDouble sufficiency,
      OptionalDouble attainability,
      OptionalDouble influence,
      List<Float> influences) {
    public Step {
      influences = List.copyOf(influences);
    }
  }
}
