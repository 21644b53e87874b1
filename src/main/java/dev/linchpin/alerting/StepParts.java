package dev.linchpin.alerting;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.BinaryParts;
import dev.linchpin.wire.Incident.ScoredStep;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A scored step as a part of binary forms. */
final class StepParts {
  private StepParts() {}

  static void write(ScoredStep step, DataOutputStream out) throws IOException {
    write(step.ref(), out);
    out.writeDouble(step.score());
    BinaryParts.writeName(step.verdict(), out);
  }

  static ScoredStep read(DataInputStream in) throws IOException {
    return new ScoredStep(readRef(in), in.readDouble(), BinaryParts.readName(Verdict.class, in));
  }

  private static void write(StepRef ref, DataOutputStream out) throws IOException {
    BinaryParts.writeText(ref.chainId(), out);
    out.writeInt(ref.stepIndex());
  }

  private static StepRef readRef(DataInputStream in) throws IOException {
    return new StepRef(BinaryParts.readText(in), in.readInt());
  }
}
