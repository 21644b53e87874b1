package dev.linchpin.dashboard.probes;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeKind;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A published probe.
 *
 * @param probe its key, {@code model/name/version}
 * @param model whose activations it reads
 * @param name of the probe
 * @param version from 1
 * @param status its part on the live stream
 * @param kind how it computes
 * @param layers rows of the activations that it reads
 * @param hidden width of the residual stream
 * @param pooling how tokens became one vector per layer
 * @param layerView what it makes of the layers
 * @param thresholds from probability to verdict
 * @param metrics figures on its test split, by name
 * @param trainedAt when training ended
 * @param championSince when it last became the champion; empty if never, or unknown
 * @param parent key of the version that it succeeds; empty if it succeeds none that is there
 * @param modelFingerprint digest of the model that it was trained on
 */
public record ProbeView(
    String probe,
    String model,
    String name,
    int version,
    ProbeStatus status,
    ProbeKind kind,
    int layers,
    int hidden,
    Pooling pooling,
    LayerView layerView,
    Thresholds thresholds,
    Map<String, Double> metrics,
    Instant trainedAt,
    Optional<Instant> championSince,
    Optional<String> parent,
    String modelFingerprint) {

  static ProbeView of(ProbeHead head, ProbeHeads all) {
    ProbeId id = head.id();
    CaptureShape shape = head.input().shape();
    ProbeLifecycle life = head.lifecycle();
    return new ProbeView(
        id.key(),
        id.model(),
        id.name(),
        id.version(),
        head.status(),
        head.kind(),
        shape.layers(),
        shape.hidden(),
        shape.pooling(),
        head.input().view(),
        head.thresholds(),
        new TreeMap<>(head.metrics()),
        life.trainedAt(),
        life.championSince(),
        life.parentVersion().flatMap(version -> key(id.model(), version, all)),
        head.modelFingerprint());
  }

  /** Versions are counted by model, whatever the probes' names. */
  private static Optional<String> key(String model, int version, ProbeHeads all) {
    return all.of(model).stream()
        .map(ProbeHead::id)
        .filter(id -> id.version() == version)
        .map(ProbeId::key)
        .findFirst();
  }
}
