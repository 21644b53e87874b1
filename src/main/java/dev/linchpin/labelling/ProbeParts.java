package dev.linchpin.labelling;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A probe's identity as a part of binary forms. */
final class ProbeParts {
  private ProbeParts() {}

  static void writeProbe(ProbeId probe, DataOutputStream out) throws IOException {
    BinaryParts.writeText(probe.model(), out);
    BinaryParts.writeText(probe.name(), out);
    out.writeInt(probe.version());
  }

  static ProbeId readProbe(DataInputStream in) throws IOException {
    return new ProbeId(BinaryParts.readText(in), BinaryParts.readText(in), in.readInt());
  }
}
