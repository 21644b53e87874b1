package dev.linchpin.training;

/** What kind of probe to train. */
public enum ProbeKind {
  /** Logistic regression. */
  LINEAR,
  /** Two layers with ReLU between them. */
  MLP
}
