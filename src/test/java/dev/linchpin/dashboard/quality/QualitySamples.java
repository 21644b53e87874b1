package dev.linchpin.dashboard.quality;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.SampleEvents;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Evaluations and when they were. */
final class QualitySamples {
  static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private QualitySamples() {}

  /** An evaluation with all that one can have, of another probe and time. */
  static ProbeEvaluated evaluated(ProbeId probe, long second, double auroc) {
    ProbeEvaluated sample = SampleEvents.probeEvaluated();
    OptionalDouble none = OptionalDouble.empty();
    return new ProbeEvaluated(
        probe,
        sample.labels(),
        sample.windowLabels(),
        sample.windowChains(),
        new ProbeEvaluated.Figures(
            OptionalDouble.of(auroc), none, none, none, none, none, none, none, none),
        sample.bands(),
        sample.pendingSteps(),
        sample.lostSteps(),
        sample.delays(),
        sample.drift(),
        List.of(),
        START.plusSeconds(second));
  }
}
