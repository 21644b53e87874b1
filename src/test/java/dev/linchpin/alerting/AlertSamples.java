package dev.linchpin.alerting;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Records for alerts. */
public final class AlertSamples {
  static final Instant COMPLETED = Instant.parse("2026-02-01T00:00:00Z");

  private AlertSamples() {}

  /** A champion's score. */
  public static StepScored scored(String chain, int step, Verdict verdict) {
    return scored(chain, step, verdict, ProbeStatus.CHAMPION);
  }

  static StepScored scored(String chain, int step, Verdict verdict, ProbeStatus status) {
    return new StepScored(
        new StepRef(chain, step),
        new ProbeId("tiny", "main", 1),
        status,
        0.04,
        verdict,
        COMPLETED,
        COMPLETED,
        new LogAddress(0, step),
        OptionalDouble.empty());
  }

  static StepCompleted completed(String chain, int step, Instant at) {
    return new StepCompleted(new StepRef(chain, step), Optional.of("a."), 1, 2, at, at, -0.1);
  }

  /** The end of a chain. */
  public static ChainFinished finished(String chain, int steps, Instant at) {
    return new ChainFinished(chain, FinishReason.STOP, "7", Optional.empty(), steps, 5, 50, at);
  }
}
