package dev.linchpin.training;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepLabelled.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Labels of steps of the model {@code tiny}. */
public final class LabelledSamples {
  public static final String MODEL = "tiny";
  public static final String WEIGHTS = "f00d";
  public static final Instant COMPLETED = Instant.parse("2026-01-02T03:04:05Z");
  public static final Duration DELAY = Duration.ofSeconds(2);

  private LabelledSamples() {}

  /** A label without news about scores. */
  public static StepLabelled label(
      String chainId, int step, boolean important, int partition, long offset) {
    return label(
        new StepRef(chainId, step), important, new LogAddress(partition, offset), COMPLETED);
  }

  public static StepLabelled label(
      StepRef step, boolean important, LogAddress address, Instant completedAt, Score... scores) {
    return new StepLabelled(
        step,
        MODEL,
        WEIGHTS,
        important ? StepLabel.IMPORTANT : StepLabel.REMOVABLE,
        AblationMethod.LEAVE_ONE_OUT,
        AttainabilityMeasure.WORST_STEP,
        address,
        completedAt,
        completedAt.plus(DELAY),
        List.of(scores));
  }

  public static Score score(ProbeId probe, double score) {
    return new Score(probe, ProbeStatus.CHAMPION, score, Verdict.UNCERTAIN);
  }
}
