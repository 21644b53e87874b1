package dev.linchpin.wire;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.wire.avro.ProbePublished;
import java.util.Optional;

final class ProbeMapping {

  static final AvroMapping<ProbeRelease, ProbePublished> PUBLISHED =
      new AvroMapping<>(
          ProbeRelease.class, ProbePublished.class, ProbeMapping::write, ProbeMapping::read);

  private ProbeMapping() {}

  private static ProbePublished write(ProbeRelease e) {
    ProbeWeights weights = ProbeWeights.of(e.probe());
    return new ProbePublished(
        e.id().model(),
        e.id().name(),
        e.id().version(),
        e.modelFingerprint(),
        e.shape().layers(),
        e.shape().hidden(),
        dev.linchpin.wire.avro.Pooling.valueOf(e.shape().pooling().name()),
        weights.kind(),
        weights.units(),
        e.calibration().slope(),
        e.calibration().intercept(),
        e.thresholds().removableAtMost(),
        e.thresholds().importantAtLeast(),
        e.metrics(),
        e.parentVersion().orElse(null),
        dev.linchpin.wire.avro.ProbeStatus.valueOf(e.status().name()),
        e.trainedAt(),
        weights.bytes());
  }

  private static ProbeRelease read(ProbePublished a) {
    CaptureShape shape =
        new CaptureShape(a.getLayers(), a.getHidden(), Pooling.valueOf(a.getPooling().name()));
    return new ProbeRelease(
        new ProbeId(a.getModel(), a.getName(), a.getVersion()),
        a.getModelFingerprint(),
        shape,
        new ProbeWeights(a.getKind(), a.getUnits(), a.getWeights()).probe(shape.size()),
        new Calibration(a.getCalibrationSlope(), a.getCalibrationIntercept()),
        new Thresholds(a.getRemovableAtMost(), a.getImportantAtLeast()),
        a.getMetrics(),
        Optional.ofNullable(a.getParentVersion()),
        ProbeStatus.valueOf(a.getStatus().name()),
        a.getTrainedAt());
  }
}
