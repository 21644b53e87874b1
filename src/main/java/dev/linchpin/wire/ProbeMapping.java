package dev.linchpin.wire;

import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.probe.TrainingReference;
import dev.linchpin.wire.avro.ProbePublished;
import java.util.Arrays;
import java.util.Optional;

final class ProbeMapping {

  static final AvroMapping<ProbeRelease, ProbePublished> PUBLISHED =
      new AvroMapping<>(
          ProbeRelease.class, ProbePublished.class, ProbeMapping::write, ProbeMapping::read);

  private ProbeMapping() {}

  private static ProbePublished write(ProbeRelease e) {
    ProbeWeights weights = ProbeWeights.of(e.probe(), e.reference());
    return new ProbePublished(
        e.id().model(),
        e.id().name(),
        e.id().version(),
        e.modelFingerprint(),
        e.shape().layers(),
        e.shape().hidden(),
        ShapeMapping.pooling(e.shape()),
        e.shape().selection().numbers(),
        ShapeMapping.reduction(e.shape()),
        dev.linchpin.wire.avro.LayerView.valueOf(e.input().view().name()),
        weights.kind(),
        weights.units(),
        e.calibration().slope(),
        e.calibration().intercept(),
        e.thresholds().removableAtMost(),
        e.thresholds().importantAtLeast(),
        e.metrics(),
        e.lifecycle().parentVersion().orElse(null),
        dev.linchpin.wire.avro.ProbeStatus.valueOf(e.status().name()),
        e.lifecycle().trainedAt(),
        e.lifecycle().championSince().orElse(null),
        e.reference().map(ProbeMapping::write).orElse(null),
        weights.bytes());
  }

  private static dev.linchpin.wire.avro.TrainingReference write(TrainingReference reference) {
    return new dev.linchpin.wire.avro.TrainingReference(
        Arrays.stream(reference.scoreShares()).boxed().toList(),
        reference.distanceMean(),
        reference.distanceDeviation());
  }

  private static ProbeRelease read(ProbePublished a) {
    ProbeInput input = input(a);
    ProbeWeights.Content content =
        new ProbeWeights(a.getKind(), a.getUnits(), a.getWeights())
            .read(input.size(), a.getReference() == null ? 0 : 2L * input.size());
    return new ProbeRelease(
        new ProbeId(a.getModel(), a.getName(), a.getVersion()),
        a.getModelFingerprint(),
        input,
        content.probe(),
        new Calibration(a.getCalibrationSlope(), a.getCalibrationIntercept()),
        new Thresholds(a.getRemovableAtMost(), a.getImportantAtLeast()),
        a.getMetrics(),
        Optional.ofNullable(a.getReference()).map(r -> read(r, content, input.size())),
        new ProbeLifecycle(
            ProbeStatus.valueOf(a.getStatus().name()),
            a.getTrainedAt(),
            Optional.ofNullable(a.getParentVersion()),
            Optional.ofNullable(a.getChampionSince())));
  }

  private static ProbeInput input(ProbePublished a) {
    return new ProbeInput(
        ShapeMapping.shape(
            a.getLayers(),
            a.getHidden(),
            a.getPooling(),
            a.getLayerNumbers(),
            a.getLayerReduction()),
        LayerView.valueOf(a.getLayerView().name()));
  }

  private static TrainingReference read(
      dev.linchpin.wire.avro.TrainingReference a, ProbeWeights.Content content, int inputs) {
    return new TrainingReference(
        content.take(inputs),
        content.take(inputs),
        a.getScoreShares().stream().mapToDouble(Double::doubleValue).toArray(),
        a.getDistanceMean(),
        a.getDistanceDeviation());
  }
}
