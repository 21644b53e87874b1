package dev.linchpin.labelling;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A probe's score of a step beside the truth.
 *
 * @param chainId the chain of the step
 * @param important the truth
 * @param score probability that the step is important, in [0, 1]
 * @param verdict that was given
 * @param delayMs from the step's completion to its label, milliseconds; clock skew cut at 0
 */
record LabelledScore(
    String chainId, boolean important, double score, Verdict verdict, long delayMs) {

  /** How it is kept. */
  static final class Form implements BinaryForm<LabelledScore> {
    @Override
    public void write(LabelledScore value, DataOutputStream out) throws IOException {
      BinaryParts.writeText(value.chainId, out);
      out.writeBoolean(value.important);
      out.writeDouble(value.score);
      BinaryParts.writeName(value.verdict, out);
      out.writeLong(value.delayMs);
    }

    @Override
    public LabelledScore read(DataInputStream in) throws IOException {
      return new LabelledScore(
          BinaryParts.readText(in),
          in.readBoolean(),
          in.readDouble(),
          BinaryParts.readName(Verdict.class, in),
          in.readLong());
    }
  }
}
