package dev.linchpin.activation;

/** What becomes of the layers that are captured. */
public enum LayerReduction {
  /** They stand side by side. */
  NONE,
  /** Their mean, one row. */
  MEAN
}
