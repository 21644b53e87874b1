package dev.linchpin.scoring;

import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepProjected;
import java.time.Clock;

/** From a raw record of the {@code activations} topic to its outcome. For one thread at a time. */
final class ActivationsJudge {
  private final ChainReader<ActivationsEvent> reader;
  private final StepScorer scorer;
  private final ProjectedScorer projected;

  ActivationsJudge(ChainReader<ActivationsEvent> reader, Clock clock) {
    this.reader = reader;
    this.scorer = new StepScorer(clock);
    this.projected = new ProjectedScorer(clock);
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
      ActivationsEvent step = reader.read(key, value);
      return step instanceof StepProjected values
          ? projected.outcome(values, address, probes)
          : scorer.outcome((ActivationsCaptured) step, address, probes);
    } catch (UnusableRecordException e) {
      return new Rejected(RejectionReason.of(e.reason()), e.getMessage());
    }
  }
}
