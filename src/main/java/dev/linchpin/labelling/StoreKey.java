package dev.linchpin.labelling;

import static dev.linchpin.stream.CompositeKey.number;
import static dev.linchpin.stream.CompositeKey.text;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.stream.CompositeKey;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the stores. */
final class StoreKey {
  private StoreKey() {}

  /** Stands before the keys of all scores of a chain. */
  static Bytes chain(String chainId) {
    return CompositeKey.of(text(chainId));
  }

  /** Stands before the keys of all scores of a step; ascending by step within the chain. */
  static Bytes step(StepRef step) {
    return CompositeKey.of(text(step.chainId()), number(step.stepIndex()));
  }

  /** One probe version's score of one step. */
  static Bytes score(StepRef step, ProbeId probe) {
    return CompositeKey.of(
        text(step.chainId()),
        number(step.stepIndex()),
        text(probe.name()),
        number(probe.version()),
        text(probe.model()));
  }

  /** One place in a probe version's window; ascending by place. */
  static Bytes place(ProbeId probe, long place) {
    return CompositeKey.of(text(probe.key()), number(place));
  }
}
