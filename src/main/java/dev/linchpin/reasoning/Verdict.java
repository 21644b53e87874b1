package dev.linchpin.reasoning;

/** What a probe says of a step: its score is beyond one of the two thresholds, or between them. */
public enum Verdict {
  IMPORTANT,
  UNCERTAIN,
  REMOVABLE
}
