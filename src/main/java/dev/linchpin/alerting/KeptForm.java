package dev.linchpin.alerting;

import static dev.linchpin.stream.BinaryParts.readName;
import static dev.linchpin.stream.BinaryParts.readOptional;
import static dev.linchpin.stream.BinaryParts.readText;
import static dev.linchpin.stream.BinaryParts.readTime;
import static dev.linchpin.stream.BinaryParts.writeName;
import static dev.linchpin.stream.BinaryParts.writeOptional;
import static dev.linchpin.stream.BinaryParts.writeText;
import static dev.linchpin.stream.BinaryParts.writeTime;

import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Handling;
import dev.linchpin.wire.Incident.Reading;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.Incident.SubjectKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How incidents are kept. */
final class KeptForm implements BinaryForm<Kept> {

  @Override
  public void write(Kept value, DataOutputStream out) throws IOException {
    write(value.incident(), out);
    out.writeLong(value.change());
    out.writeBoolean(value.isTold());
    out.writeBoolean(value.isNews());
    writeTime(value.seenAt(), out);
  }

  @Override
  public Kept read(DataInputStream in) throws IOException {
    return new Kept(
        readIncident(in), in.readLong(), in.readBoolean(), in.readBoolean(), readTime(in));
  }

  private static void write(Incident incident, DataOutputStream out) throws IOException {
    writeText(incident.id(), out);
    writeText(incident.rule(), out);
    writeName(incident.severity(), out);
    writeName(incident.subject().kind(), out);
    writeText(incident.subject().name(), out);
    writeName(incident.state(), out);
    write(incident.last(), out);
    out.writeLong(incident.occurrences());
    writeTime(incident.openedAt(), out);
    writeOptional(incident.recoveredAt(), BinaryParts::writeTime, out);
    write(incident.handling(), out);
    out.writeLong(incident.suppressedNotifications());
  }

  private static Incident readIncident(DataInputStream in) throws IOException {
    return new Incident(
        readText(in),
        readText(in),
        readName(Severity.class, in),
        new Subject(readName(SubjectKind.class, in), readText(in)),
        readName(State.class, in),
        readReading(in),
        in.readLong(),
        readTime(in),
        readOptional(BinaryParts::readTime, in),
        readHandling(in),
        in.readLong());
  }

  private static void write(Reading reading, DataOutputStream out) throws IOException {
    out.writeDouble(reading.value());
    out.writeDouble(reading.threshold());
    writeTime(reading.at(), out);
    writeOptional(reading.step(), StepParts::write, out);
  }

  private static Reading readReading(DataInputStream in) throws IOException {
    return new Reading(
        in.readDouble(), in.readDouble(), readTime(in), readOptional(StepParts::read, in));
  }

  private static void write(Handling handling, DataOutputStream out) throws IOException {
    writeOptional(handling.acknowledgedBy(), BinaryParts::writeText, out);
    writeOptional(handling.note(), BinaryParts::writeText, out);
    writeOptional(handling.mutedUntil(), BinaryParts::writeTime, out);
  }

  private static Handling readHandling(DataInputStream in) throws IOException {
    return new Handling(
        readOptional(BinaryParts::readText, in),
        readOptional(BinaryParts::readText, in),
        readOptional(BinaryParts::readTime, in));
  }
}
