package dev.linchpin.scoring;

import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.LogAddress;

/** From a raw record of the {@code activations} topic to its outcome. For one thread at a time. */
final class ActivationsJudge {
  private final ChainReader<ActivationsCaptured> reader;
  private final StepScorer scorer;

  ActivationsJudge(ChainReader<ActivationsCaptured> reader, StepScorer scorer) {
    this.reader = reader;
    this.scorer = scorer;
  }

  /**
   * The outcome.
   *
   * @param key as it came, null for none
   * @param value as it came, null for none
   * @param address where the record lies
   * @param probes the probes in force
   */
  Outcome outcome(byte[] key, byte[] value, LogAddress address, LiveProbes probes) {
    try {
      return scorer.outcome(reader.read(key, value), address, probes);
    } catch (UnusableRecordException e) {
      return new Rejected(RejectionReason.of(e.reason()), e.getMessage());
    }
  }
}
