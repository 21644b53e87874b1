package dev.linchpin.reasoning;

/** What removal showed of a step. */
public enum StepLabel {
  /** It belongs to what cannot be left out. */
  IMPORTANT,
  /** The model reaches its answer without it. */
  REMOVABLE,
  /** Neither is known. */
  UNLABELLED
}
