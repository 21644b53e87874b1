package dev.linchpin.labelling;

import dev.linchpin.labelling.Evidence.Labelled;
import dev.linchpin.labelling.Evidence.Lost;
import dev.linchpin.labelling.Evidence.Scored;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.stream.BinaryForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Counts of one probe version since its first score.
 *
 * @param probe the version
 * @param scored steps that it scored
 * @param labelled of these, steps whose label came
 * @param settled of these, steps that were looked at and have no label
 * @param lost of these, steps of which nothing was heard within the retention
 * @param scoresFrom place of the first score that is kept; the next one's is {@code scored}
 * @param labelsFrom place of the first labelled score that is kept; the next one's is {@code
 *     labelled}
 * @param evaluated events that the last evaluation had seen
 */
record Tally(
    ProbeId probe,
    long scored,
    long labelled,
    long settled,
    long lost,
    long scoresFrom,
    long labelsFrom,
    long evaluated) {

  static Tally none(ProbeId probe) {
    return new Tally(probe, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Scored steps that have no label yet and may still get one. */
  long pending() {
    return scored - labelled - settled - lost;
  }

  /** Whether something happened since the last evaluation. */
  boolean hasNews() {
    return events() > evaluated;
  }

  /** One more event. */
  Tally plus(Evidence evidence) {
    if (evidence instanceof Scored) {
      return with(scored + 1, labelled, settled, lost);
    }
    if (evidence instanceof Labelled) {
      return with(scored, labelled + 1, settled, lost);
    }
    return evidence instanceof Lost
        ? with(scored, labelled, settled, lost + 1)
        : with(scored, labelled, settled + 1, lost);
  }

  /** The latest {@code window} of each are kept. */
  Tally keeping(int window) {
    return new Tally(
        probe,
        scored,
        labelled,
        settled,
        lost,
        Math.max(scoresFrom, scored - window),
        Math.max(labelsFrom, labelled - window),
        evaluated);
  }

  /** An evaluation has seen all events. */
  Tally seen() {
    return new Tally(probe, scored, labelled, settled, lost, scoresFrom, labelsFrom, events());
  }

  private long events() {
    return scored + labelled + settled + lost;
  }

  private Tally with(long newScored, long newLabelled, long newSettled, long newLost) {
    return new Tally(
        probe, newScored, newLabelled, newSettled, newLost, scoresFrom, labelsFrom, evaluated);
  }

  /** How it is kept. */
  static final class Form implements BinaryForm<Tally> {
    @Override
    public void write(Tally value, DataOutputStream out) throws IOException {
      ProbeParts.writeProbe(value.probe, out);
      out.writeLong(value.scored);
      out.writeLong(value.labelled);
      out.writeLong(value.settled);
      out.writeLong(value.lost);
      out.writeLong(value.scoresFrom);
      out.writeLong(value.labelsFrom);
      out.writeLong(value.evaluated);
    }

    @Override
    public Tally read(DataInputStream in) throws IOException {
      return new Tally(
          ProbeParts.readProbe(in),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong());
    }
  }
}
