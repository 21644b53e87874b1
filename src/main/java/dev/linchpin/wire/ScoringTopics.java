package dev.linchpin.wire;

import dev.linchpin.probe.ProbeRelease;
import java.util.List;

/**
 * What scoring reads and where it writes.
 *
 * @param activations the steps
 * @param probes the probes that score them
 * @param scores every probe's score
 * @param lowImportanceAlerts steps that could be taken out
 * @param importantAlerts steps that hold the answer up
 * @param deadLetters records that could not be used
 */
public record ScoringTopics(
    Topic<ActivationsEvent> activations,
    Topic<ProbeRelease> probes,
    Topic<StepScored> scores,
    Topic<StepFlagged> lowImportanceAlerts,
    Topic<StepFlagged> importantAlerts,
    Topic<byte[]> deadLetters) {

  /** All of them. */
  public List<Topic<?>> all() {
    return List.of(activations, probes, scores, lowImportanceAlerts, importantAlerts, deadLetters);
  }
}
