package dev.linchpin.replay.compare;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Scores and labels by step, from a few numbers. */
final class ScoredSamples {
  static final Thresholds THRESHOLDS = new Thresholds(0.25, 0.75);

  private static final Instant COMPLETED = Instant.parse("2026-11-25T08:00:00Z");

  private ScoredSamples() {}

  /** The steps of one chain from the first on. */
  static Map<StepRef, StepScored> chain(String chainId, double... scores) {
    Map<StepRef, StepScored> chain = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      StepScored score = score(chainId, i, scores[i]);
      chain.put(score.step(), score);
    }
    return chain;
  }

  static StepScored score(String chainId, int index, double score) {
    return new StepScored(
        new StepRef(chainId, index),
        new ProbeId("tiny", "layerwise", 1),
        ProbeStatus.CHAMPION,
        score,
        THRESHOLDS.verdict(score),
        COMPLETED,
        COMPLETED.plusMillis(3),
        new LogAddress(0, index),
        OptionalDouble.empty());
  }

  static Map<StepRef, StepScored> both(
      Map<StepRef, StepScored> first, Map<StepRef, StepScored> second) {
    Map<StepRef, StepScored> both = new HashMap<>(first);
    both.putAll(second);
    return both;
  }

  /** Labels of the steps of one chain. */
  static Map<StepRef, StepLabelled> labels(String chainId, boolean... important) {
    Map<StepRef, StepLabelled> labels = new HashMap<>();
    for (int i = 0; i < important.length; i++) {
      StepRef step = new StepRef(chainId, i);
      labels.put(
          step,
          new StepLabelled(
              step,
              "tiny",
              "f00d",
              important[i] ? StepLabel.IMPORTANT : StepLabel.REMOVABLE,
              AblationMethod.INFLUENCE,
              AttainabilityMeasure.WORST_STEP,
              new LogAddress(0, i),
              COMPLETED,
              COMPLETED.plusSeconds(1),
              List.of()));
    }
    return labels;
  }
}
