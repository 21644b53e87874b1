package dev.linchpin.alerting;

import dev.linchpin.alerting.Observation.Acted;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.PatientReader;
import java.util.List;

/** What people did. */
final class AuditSignals implements RecordSignals {
  private final PatientReader<OperatorActed> reader;

  AuditSignals(PatientReader<OperatorActed> reader) {
    this.reader = reader;
  }

  @Override
  public List<Observation> of(RawRecord raw) {
    return List.of(new Acted(reader.read(raw.value())));
  }
}
