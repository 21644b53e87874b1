package dev.linchpin.labelling;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.stream.BinaryForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the join learnt about one score. Every score is {@link Scored} once, and then at most one of
 * the others.
 */
sealed interface Evidence {
  /** The version that scored. */
  ProbeId probe();

  /** It was given. */
  record Scored(ProbeId probe, GivenScore score) implements Evidence {}

  /** Its step is labelled. */
  record Labelled(ProbeId probe, LabelledScore score) implements Evidence {}

  /** Its step was looked at and will never be labelled. */
  record Settled(ProbeId probe) implements Evidence {}

  /** Nothing was heard of its step within the retention. */
  record Lost(ProbeId probe) implements Evidence {}

  /** How it travels. */
  final class Form implements BinaryForm<Evidence> {
    private static final GivenScore.Form GIVEN = new GivenScore.Form();
    private static final LabelledScore.Form LABELLED = new LabelledScore.Form();

    @Override
    public void write(Evidence value, DataOutputStream out) throws IOException {
      out.writeByte(kind(value));
      ProbeParts.writeProbe(value.probe(), out);
      if (value instanceof Scored scored) {
        GIVEN.write(scored.score, out);
      } else if (value instanceof Labelled labelled) {
        LABELLED.write(labelled.score, out);
      }
    }

    @Override
    public Evidence read(DataInputStream in) throws IOException {
      byte kind = in.readByte();
      ProbeId probe = ProbeParts.readProbe(in);
      return switch (kind) {
        case 'S' -> new Scored(probe, GIVEN.read(in));
        case 'L' -> new Labelled(probe, LABELLED.read(in));
        case 'N' -> new Settled(probe);
        case 'X' -> new Lost(probe);
        default -> throw new IOException("expected a kind of evidence, got " + kind);
      };
    }

    private static char kind(Evidence value) {
      if (value instanceof Scored) {
        return 'S';
      }
      if (value instanceof Labelled) {
        return 'L';
      }
      return value instanceof Settled ? 'N' : 'X';
    }
  }
}
