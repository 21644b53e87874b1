package dev.linchpin.alerting;

import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * A chain so far.
 *
 * @param lastStep index of the last step that was judged, -1 for none
 * @param streak removable steps in a row up to it
 * @param seenAt when something of the chain came last
 * @param steps number of its steps once it has ended, -1 before
 */
record ChainTrack(int lastStep, int streak, Instant seenAt, int steps) {
  /** Nothing yet. */
  static ChainTrack none(Instant now) {
    return new ChainTrack(-1, 0, now, -1);
  }

  /** With a later step's verdict. */
  ChainTrack plus(int step, boolean removable, Instant now) {
    int before = step == lastStep + 1 ? streak : 0;
    return new ChainTrack(step, removable ? before + 1 : 0, now, steps);
  }

  /** The chain ended. */
  ChainTrack ended(int numberOfSteps, Instant now) {
    return new ChainTrack(lastStep, streak, now, numberOfSteps);
  }

  boolean hasEnded() {
    return steps >= 0;
  }

  /** Whether it has ended and all of its steps were judged. */
  boolean isComplete() {
    return hasEnded() && lastStep >= steps - 1;
  }

  /** How it is kept. */
  static final class Form implements BinaryForm<ChainTrack> {
    @Override
    public void write(ChainTrack value, DataOutputStream out) throws IOException {
      out.writeInt(value.lastStep);
      out.writeInt(value.streak);
      BinaryParts.writeTime(value.seenAt, out);
      out.writeInt(value.steps);
    }

    @Override
    public ChainTrack read(DataInputStream in) throws IOException {
      return new ChainTrack(in.readInt(), in.readInt(), BinaryParts.readTime(in), in.readInt());
    }
  }
}
