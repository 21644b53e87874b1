package dev.linchpin.probe;

/** A classifier from one step's flattened activations {@code [layers * hidden]} to a logit. */
public sealed interface Probe permits LinearProbe, MlpProbe {
  /** How it computes. */
  ProbeKind kind();

  /** Number of inputs: {@code layers * hidden} of the captured shape. */
  int inputs();

  /**
   * The uncalibrated logit of P(important).
   *
   * @param activations {@code [inputs]}, layer-major
   */
  float logit(float[] activations);
}
