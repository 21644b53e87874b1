package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;

/** In what form a step's activations leave the node. For several threads at once. */
@FunctionalInterface
public interface RecordProfile {
  /** As they were captured. */
  RecordProfile PLAIN = step -> step;

  /** Packed. */
  RecordProfile PACKED = step -> step.with(step.activations().packed());

  /** What is sent for a step. */
  ActivationsEvent outgoing(ActivationsCaptured step);
}
