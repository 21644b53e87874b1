package dev.linchpin.activation;

/** Number formats of a tensor on the wire, little-endian. */
public enum NumberFormat {
  BF16(2),
  F16(2),
  F32(4);

  private final int bytes;

  NumberFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  public int bytes() {
    return bytes;
  }
}
