package dev.linchpin.alerting;

import dev.linchpin.alerting.Observation.Measured;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.ProbeEvaluated;
import java.util.List;

/** What evaluations say of probes. */
final class EvaluationSignals implements RecordSignals {
  private final PatientReader<ProbeEvaluated> reader;

  EvaluationSignals(PatientReader<ProbeEvaluated> reader) {
    this.reader = reader;
  }

  @Override
  public List<Observation> of(RawRecord raw) {
    ProbeEvaluated evaluated = reader.read(raw.value());
    return List.of(
        new Measured(
            evaluated.probe().key(),
            evaluated.labels(),
            evaluated.drift().windowScores(),
            evaluated.figures().auroc(),
            evaluated.figures().calibrationError(),
            evaluated.drift().score(),
            evaluated.drift().activation()));
  }
}
