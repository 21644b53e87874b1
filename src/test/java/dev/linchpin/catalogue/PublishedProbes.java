package dev.linchpin.catalogue;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SampleEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Probes of one model named {@code layerwise}, at points of their lives. */
final class PublishedProbes {
  static final String MODEL = "tiny";
  static final Instant TRAINED = Instant.parse("2026-02-01T00:00:00Z");

  private PublishedProbes() {}

  static ProbeId id(int version) {
    return new ProbeId(MODEL, "layerwise", version);
  }

  /** When a champion of so many days began. */
  static Instant day(int days) {
    return TRAINED.plus(Duration.ofDays(days));
  }

  static ProbeHeads heads(ProbeHead... heads) {
    return new ProbeHeads(Arrays.asList(heads));
  }

  static ProbeHead champion(int version, int since) {
    return head(id(version), ProbeStatus.CHAMPION, Optional.of(day(since)));
  }

  static ProbeHead formerChampion(int version, int since) {
    return head(id(version), ProbeStatus.RETIRED, Optional.of(day(since)));
  }

  static ProbeHead challenger(int version) {
    return head(id(version), ProbeStatus.CHALLENGER, Optional.empty());
  }

  static ProbeHead rejected(int version) {
    return head(id(version), ProbeStatus.RETIRED, Optional.empty());
  }

  static ProbeHead head(ProbeId id, ProbeStatus status, Optional<Instant> since) {
    ProbeLifecycle life = new ProbeLifecycle(status, TRAINED, Optional.empty(), since);
    return ProbeHead.of(release(id, life), new LogAddress(0, id.version()));
  }

  /** A challenger that nobody has seen yet. */
  static ProbeRelease release(int version) {
    return release(
        id(version),
        new ProbeLifecycle(ProbeStatus.CHALLENGER, TRAINED, Optional.empty(), Optional.empty()));
  }

  static ProbeRelease release(ProbeId id, ProbeLifecycle life) {
    ProbeRelease sample = SampleEvents.linearRelease();
    return new ProbeRelease(
        id,
        sample.modelFingerprint(),
        sample.input(),
        sample.probe(),
        sample.calibration(),
        sample.thresholds(),
        sample.metrics(),
        sample.reference(),
        life);
  }
}
