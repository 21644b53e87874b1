package dev.linchpin.catalogue;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeKind;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.wire.LogAddress;
import java.time.Instant;
import java.util.Map;

/**
 * A published probe without its weights.
 *
 * @param id model, name and version
 * @param modelFingerprint digest of the model it was trained on
 * @param input what it reads
 * @param kind how it computes
 * @param thresholds from probability to verdict
 * @param metrics figures by name
 * @param lifecycle its part on the live stream and how it came there
 * @param at where the whole of it lies in the {@code probes} topic
 */
public record ProbeHead(
    ProbeId id,
    String modelFingerprint,
    ProbeInput input,
    ProbeKind kind,
    Thresholds thresholds,
    Map<String, Double> metrics,
    ProbeLifecycle lifecycle,
    LogAddress at) {
  public ProbeHead {
    metrics = Map.copyOf(metrics);
  }

  static ProbeHead of(ProbeRelease release, LogAddress at) {
    return new ProbeHead(
        release.id(),
        release.modelFingerprint(),
        release.input(),
        release.probe().kind(),
        release.thresholds(),
        release.metrics(),
        release.lifecycle(),
        at);
  }

  /** Its part on the live stream. */
  public ProbeStatus status() {
    return lifecycle.status();
  }

  /** When it became the champion; when it was trained, where that is not known. */
  Instant since() {
    return lifecycle.championSince().orElse(lifecycle.trainedAt());
  }
}
