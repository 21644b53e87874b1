package dev.linchpin.labelling;

import dev.linchpin.wire.StepLabelled;
import java.util.List;

/**
 * What follows from one event.
 *
 * @param labels to be written, at most one for each step
 * @param evidence for the evaluation of probes
 */
record Joined(List<StepLabelled> labels, List<Evidence> evidence) {
  Joined {
    labels = List.copyOf(labels);
    evidence = List.copyOf(evidence);
  }
}
