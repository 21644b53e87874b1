package dev.linchpin.dashboard.chain;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Chains whose steps take a second each and are scored 100 ms after their end. */
public final class ChainSamples {
  public static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");
  public static final ProbeId MAIN = new ProbeId("tiny", "main", 1);
  public static final ProbeId SHADOW = new ProbeId("tiny", "shadow", 2);

  private static final Duration SCORING = Duration.ofMillis(100);

  private ChainSamples() {}

  /** When a step was complete. */
  public static Instant completedAt(int index) {
    return BEGAN.plusSeconds(index + 1);
  }

  /** When the score of a step could be read. */
  public static Instant writtenAt(int index) {
    return completedAt(index).plus(SCORING);
  }

  public static ChainStarted started(String chainId) {
    return started(chainId, "tiny", BEGAN);
  }

  public static ChainStarted started(String chainId, String model, Instant at) {
    return new ChainStarted(
        chainId,
        Optional.of("problem"),
        model,
        "f00d",
        "Find g?",
        Optional.of("7"),
        new SamplingSettings(0.6, 0.95, 160, 1),
        at);
  }

  public static StepCompleted completed(String chainId, int index) {
    return completed(chainId, index, "step " + index);
  }

  public static StepCompleted completed(String chainId, int index, String text) {
    return new StepCompleted(
        new StepRef(chainId, index),
        Optional.of(text),
        10 * index,
        10 * index + 10,
        completedAt(index).minusMillis(900),
        completedAt(index),
        -0.5);
  }

  public static StepScored scored(String chainId, int index, double score) {
    return scored(chainId, index, MAIN, score);
  }

  public static StepScored scored(String chainId, int index, ProbeId probe, double score) {
    return new StepScored(
        new StepRef(chainId, index),
        probe,
        probe.equals(MAIN) ? ProbeStatus.CHAMPION : ProbeStatus.CHALLENGER,
        score,
        new Thresholds(0.25, 0.75).verdict(score),
        completedAt(index),
        writtenAt(index).minusMillis(1),
        new LogAddress(0, index),
        OptionalDouble.empty());
  }

  /** The end, half a second after the last step. */
  public static ChainFinished finished(String chainId, int steps) {
    return new ChainFinished(
        chainId,
        ChainFinished.FinishReason.STOP,
        "Answer: 7.",
        Optional.of(true),
        steps,
        12,
        10 * steps,
        completedAt(steps - 1).plusMillis(500));
  }

  public static ChainAblated ablated(String chainId, AblationMethod method, StepLabel label) {
    return new ChainAblated(
        chainId,
        "tiny",
        "f00d",
        new ChainAblated.Settings(
            method, AttainabilityMeasure.WORST_STEP, 5, 0.6, 0.95, 1, 0.8, 0.8),
        ChainAblated.Outcome.LABELLED,
        OptionalDouble.of(0.5),
        1,
        1,
        10,
        Duration.ofMillis(250),
        BEGAN.plusSeconds(10),
        BEGAN.plusSeconds(20),
        List.of(
            new ChainAblated.Step(
                0,
                label,
                OptionalDouble.of(0.2),
                OptionalDouble.empty(),
                OptionalDouble.of(1.5),
                List.of(1.5f))));
  }
}
