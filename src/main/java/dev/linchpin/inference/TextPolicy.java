package dev.linchpin.inference;

/** Whether the text of a chain leaves the node. */
public enum TextPolicy {
  PUBLISH,
  /** Prompt, steps, answer and answer key are published empty; all else stays. */
  WITHHOLD
}
