package dev.linchpin.labelling;

import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * A score that a probe gave, labelled or not.
 *
 * @param score probability that the step is important, in [0, 1]
 * @param distance of the step's activations from the training data, finite; empty where the probe
 *     has no reference
 */
record GivenScore(double score, OptionalDouble distance) {

  /** How it is kept. */
  static final class Form implements BinaryForm<GivenScore> {
    @Override
    public void write(GivenScore value, DataOutputStream out) throws IOException {
      out.writeDouble(value.score);
      BinaryParts.writeFigure(value.distance, out);
    }

    @Override
    public GivenScore read(DataInputStream in) throws IOException {
      return new GivenScore(in.readDouble(), BinaryParts.readFigure(in));
    }
  }
}
