package dev.linchpin.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.Optional;

/** From a raw record of the {@code activations} topic to its outcome. For one thread at a time. */
final class ActivationsJudge {
  private final PatientReader<ActivationsCaptured> reader;
  private final StepScorer scorer;

  ActivationsJudge(PatientReader<ActivationsCaptured> reader, StepScorer scorer) {
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
      ActivationsCaptured captured = reader.read(value);
      Optional<Rejected> wrongKey = wrongKey(key, captured.step().chainId());
      return wrongKey.isPresent() ? wrongKey.get() : scorer.outcome(captured, address, probes);
    } catch (UndecodableRecordException e) {
      return new Rejected(RejectionReason.of(e.reason()), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Rejected> wrongKey(byte[] key, String chainId) {
    String text = key == null ? "" : new String(key, UTF_8);
    if (text.isBlank()) {
      return Optional.of(
          new Rejected(RejectionReason.MISSING_KEY, "expected key " + chainId + ", got none"));
    }
    return text.equals(chainId)
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                RejectionReason.KEY_MISMATCH, "expected key " + chainId + ", got " + text));
  }
}
