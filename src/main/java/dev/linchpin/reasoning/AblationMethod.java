package dev.linchpin.reasoning;

/** How steps are taken out of a chain to see which it needs. */
public enum AblationMethod {
  /** In the order of their influence by gradients, as arXiv 2604.18307 does. */
  INFLUENCE,
  /** In random order. */
  RANDOM,
  /** One by one, each from the whole chain. */
  LEAVE_ONE_OUT
}
