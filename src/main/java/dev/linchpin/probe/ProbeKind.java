package dev.linchpin.probe;

/** How a probe computes. */
public enum ProbeKind {
  /** One weighted sum. */
  LINEAR,
  /** One hidden layer. */
  MLP
}
