package dev.linchpin.labelling;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepScored;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How scores are kept until their label comes. */
final class ScoreForm implements BinaryForm<StepScored> {

  @Override
  public void write(StepScored value, DataOutputStream out) throws IOException {
    BinaryParts.writeText(value.step().chainId(), out);
    out.writeInt(value.step().stepIndex());
    ProbeParts.writeProbe(value.probe(), out);
    BinaryParts.writeName(value.status(), out);
    out.writeDouble(value.score());
    BinaryParts.writeName(value.verdict(), out);
    BinaryParts.writeTime(value.stepCompletedAt(), out);
    BinaryParts.writeTime(value.scoredAt(), out);
    out.writeInt(value.activations().partition());
    out.writeLong(value.activations().offset());
    BinaryParts.writeFigure(value.activationDistance(), out);
  }

  @Override
  public StepScored read(DataInputStream in) throws IOException {
    return new StepScored(
        new StepRef(BinaryParts.readText(in), in.readInt()),
        ProbeParts.readProbe(in),
        BinaryParts.readName(ProbeStatus.class, in),
        in.readDouble(),
        BinaryParts.readName(Verdict.class, in),
        BinaryParts.readTime(in),
        BinaryParts.readTime(in),
        new LogAddress(in.readInt(), in.readLong()),
        BinaryParts.readFigure(in));
  }
}
