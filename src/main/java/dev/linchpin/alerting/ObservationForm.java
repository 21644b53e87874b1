package dev.linchpin.alerting;

import static dev.linchpin.stream.BinaryParts.readFigure;
import static dev.linchpin.stream.BinaryParts.readName;
import static dev.linchpin.stream.BinaryParts.readText;
import static dev.linchpin.stream.BinaryParts.readTime;
import static dev.linchpin.stream.BinaryParts.writeFigure;
import static dev.linchpin.stream.BinaryParts.writeName;
import static dev.linchpin.stream.BinaryParts.writeText;
import static dev.linchpin.stream.BinaryParts.writeTime;

import dev.linchpin.alerting.Observation.Acted;
import dev.linchpin.alerting.Observation.Buried;
import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Measured;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.stream.BinaryForm;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How observations come together. */
final class ObservationForm implements BinaryForm<Observation> {
  private enum Kind {
    JUDGED,
    TIMED,
    ENDED,
    MEASURED,
    BURIED,
    ACTED
  }

  @Override
  public void write(Observation value, DataOutputStream out) throws IOException {
    writeName(kind(value), out);
    if (value instanceof Judged judged) {
      writeText(judged.model(), out);
      StepParts.write(judged.step(), out);
    } else if (value instanceof Timed timed) {
      writeText(timed.model(), out);
      StepParts.write(timed.step(), out);
      out.writeBoolean(timed.inTime());
    } else if (value instanceof Ended ended) {
      writeText(ended.chainId(), out);
      out.writeInt(ended.steps());
    } else if (value instanceof Measured measured) {
      write(measured, out);
    } else if (value instanceof Acted acted) {
      write(acted.what(), out);
    }
  }

  @Override
  public Observation read(DataInputStream in) throws IOException {
    return switch (readName(Kind.class, in)) {
      case JUDGED -> new Judged(readText(in), StepParts.read(in));
      case TIMED -> new Timed(readText(in), StepParts.read(in), in.readBoolean());
      case ENDED -> new Ended(readText(in), in.readInt());
      case MEASURED -> readMeasured(in);
      case BURIED -> new Buried();
      case ACTED -> new Acted(readActed(in));
    };
  }

  private static Kind kind(Observation value) {
    if (value instanceof Judged) {
      return Kind.JUDGED;
    }
    if (value instanceof Timed) {
      return Kind.TIMED;
    }
    if (value instanceof Ended) {
      return Kind.ENDED;
    }
    if (value instanceof Measured) {
      return Kind.MEASURED;
    }
    return value instanceof Buried ? Kind.BURIED : Kind.ACTED;
  }

  private static void write(Measured measured, DataOutputStream out) throws IOException {
    writeText(measured.probe(), out);
    out.writeLong(measured.labels());
    out.writeInt(measured.scores());
    writeFigure(measured.auroc(), out);
    writeFigure(measured.calibrationError(), out);
    writeFigure(measured.scoreDrift(), out);
    writeFigure(measured.activationDrift(), out);
  }

  private static Measured readMeasured(DataInputStream in) throws IOException {
    return new Measured(
        readText(in),
        in.readLong(),
        in.readInt(),
        readFigure(in),
        readFigure(in),
        readFigure(in),
        readFigure(in));
  }

  private static void write(OperatorActed acted, DataOutputStream out) throws IOException {
    writeTime(acted.at(), out);
    writeText(acted.user(), out);
    writeName(acted.action(), out);
    writeText(acted.target(), out);
    writeText(acted.detail(), out);
  }

  private static OperatorActed readActed(DataInputStream in) throws IOException {
    return new OperatorActed(
        readTime(in), readText(in), readName(Action.class, in), readText(in), readText(in));
  }
}
