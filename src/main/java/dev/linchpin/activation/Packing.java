package dev.linchpin.activation;

/** What is done to a tensor's bytes on top of its number format. */
public enum Packing {
  /** Nothing. */
  NONE,
  /**
   * The bytes of the values by their place in the value (all first bytes, then all second, …; in
   * {@link NumberFormat#INT8} those of the integers, then those of the scales), as one frame of
   * zstd that states its content's size.
   */
  SHUFFLED_ZSTD
}
