package dev.linchpin.archive;

/** What became of an archived record; each has one. */
enum Outcome {
  /** The target has it already. */
  PRESENT,
  /** It was written as it is. */
  IDENTICAL,
  /** It was written with another schema id. */
  RENUMBERED,
  /** It was written anew, with another address of its step's activations. */
  READDRESSED,
  /** It was not written: a label without activations. */
  LEFT_OUT
}
