package dev.linchpin.reasoning;

/** How a shortened chain is compared with the original: 1 is as attainable as the original. */
public enum AttainabilityMeasure {
  /** By the perplexity of all its tokens, as arXiv 2604.18307 does. */
  MEAN_PERPLEXITY,
  /** By the step whose mean negative log-likelihood rises most. */
  WORST_STEP
}
