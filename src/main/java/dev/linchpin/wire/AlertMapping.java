package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident.Handling;
import dev.linchpin.wire.Incident.Reading;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.avro.IncidentNotice;
import dev.linchpin.wire.avro.IncidentSeverity;
import dev.linchpin.wire.avro.IncidentState;
import dev.linchpin.wire.avro.IncidentStep;
import dev.linchpin.wire.avro.SubjectKind;
import java.util.Optional;

final class AlertMapping {

  static final AvroMapping<IncidentChanged, dev.linchpin.wire.avro.IncidentChanged> CHANGED =
      new AvroMapping<>(
          IncidentChanged.class,
          dev.linchpin.wire.avro.IncidentChanged.class,
          AlertMapping::write,
          AlertMapping::read);

  private AlertMapping() {}

  private static dev.linchpin.wire.avro.IncidentChanged write(IncidentChanged e) {
    Incident incident = e.incident();
    return new dev.linchpin.wire.avro.IncidentChanged(
        incident.id(),
        e.change(),
        e.changedAt(),
        IncidentNotice.valueOf(e.notice().name()),
        incident.rule(),
        IncidentSeverity.valueOf(incident.severity().name()),
        SubjectKind.valueOf(incident.subject().kind().name()),
        incident.subject().name(),
        IncidentState.valueOf(incident.state().name()),
        incident.last().value(),
        incident.last().threshold(),
        incident.occurrences(),
        incident.openedAt(),
        incident.last().at(),
        incident.recoveredAt().orElse(null),
        incident.last().step().map(AlertMapping::write).orElse(null),
        incident.handling().acknowledgedBy().orElse(null),
        incident.handling().note().orElse(null),
        incident.handling().mutedUntil().orElse(null),
        incident.suppressedNotifications());
  }

  private static IncidentChanged read(dev.linchpin.wire.avro.IncidentChanged a) {
    return new IncidentChanged(
        incident(a), a.getChange(), a.getChangedAt(), Notice.valueOf(a.getNotice().name()));
  }

  private static Incident incident(dev.linchpin.wire.avro.IncidentChanged a) {
    return new Incident(
        a.getId(),
        a.getRule(),
        Severity.valueOf(a.getSeverity().name()),
        new Subject(Incident.SubjectKind.valueOf(a.getSubjectKind().name()), a.getSubjectName()),
        State.valueOf(a.getState().name()),
        new Reading(
            a.getValue(),
            a.getThreshold(),
            a.getLastAt(),
            Optional.ofNullable(a.getStep()).map(AlertMapping::read)),
        a.getOccurrences(),
        a.getOpenedAt(),
        Optional.ofNullable(a.getRecoveredAt()),
        new Handling(
            Optional.ofNullable(a.getAcknowledgedBy()),
            Optional.ofNullable(a.getNote()),
            Optional.ofNullable(a.getMutedUntil())),
        a.getSuppressedNotifications());
  }

  private static IncidentStep write(ScoredStep step) {
    return new IncidentStep(
        step.ref().chainId(),
        step.ref().stepIndex(),
        step.score(),
        dev.linchpin.wire.avro.Verdict.valueOf(step.verdict().name()));
  }

  private static ScoredStep read(IncidentStep a) {
    return new ScoredStep(
        new StepRef(a.getChainId(), a.getStepIndex()),
        a.getScore(),
        Verdict.valueOf(a.getVerdict().name()));
  }
}
