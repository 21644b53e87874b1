package dev.linchpin.alerting;

import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/** For how many of the latest steps something holds. */
final class ShareWindow {
  private final int size;
  private final BitSet bits;
  private final long seen;
  private final Instant seenAt;

  /**
   * A window without steps.
   *
   * @param size of how many steps
   */
  ShareWindow(int size, Instant now) {
    this(size, new BitSet(size), 0, now);
  }

  private ShareWindow(int size, BitSet bits, long seen, Instant seenAt) {
    this.size = size;
    this.bits = bits;
    this.seen = seen;
    this.seenAt = seenAt;
  }

  int size() {
    return size;
  }

  /** When the last step came. */
  Instant seenAt() {
    return seenAt;
  }

  /** With one step more. */
  ShareWindow plus(boolean holds, Instant now) {
    BitSet next = (BitSet) bits.clone();
    next.set((int) (seen % size), holds);
    return new ShareWindow(size, next, seen + 1, now);
  }

  /** The share, in [0, 1]; empty until there were as many steps as the window takes. */
  OptionalDouble share() {
    return seen < size
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) bits.cardinality() / size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShareWindow that
        && size == that.size
        && seen == that.seen
        && bits.equals(that.bits)
        && seenAt.equals(that.seenAt);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new long[] {size, seen, bits.hashCode(), seenAt.hashCode()});
  }

  /** How it is kept. */
  static final class Form implements BinaryForm<ShareWindow> {
    @Override
    public void write(ShareWindow value, DataOutputStream out) throws IOException {
      out.writeInt(value.size);
      out.writeLong(value.seen);
      BinaryParts.writeTime(value.seenAt, out);
      byte[] bits = value.bits.toByteArray();
      out.writeInt(bits.length);
      out.write(bits);
    }

    @Override
    public ShareWindow read(DataInputStream in) throws IOException {
      int size = in.readInt();
      long seen = in.readLong();
      Instant seenAt = BinaryParts.readTime(in);
      byte[] bits = in.readNBytes(in.readInt());
      return new ShareWindow(size, BitSet.valueOf(bits), seen, seenAt);
    }
  }
}
