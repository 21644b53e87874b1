package dev.linchpin.inference;

/** What happens when the outbox is full. */
public enum WhenFull {
  /** Generation waits; nothing is lost. */
  BLOCK,
  /**
   * A step's activations are dropped, its light record is kept. The last eighth of the buffer is
   * for light records; only when that is full, too, generation waits.
   */
  DROP_ACTIVATIONS
}
