package dev.linchpin.app.probe;

import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.TrainingReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What {@code linchpin probe show} prints: the fields of {@code probe.json}, and the classifier's
 * kind and size.
 *
 * @param fields by name, in the order of printing; a map holds fields of its own
 */
record ProbeDetails(Map<String, Object> fields) {

  static ProbeDetails of(ProbeRelease release) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", release.id().model());
    fields.put("modelFingerprint", release.modelFingerprint());
    fields.put("name", release.id().name());
    fields.put("version", release.id().version());
    putLife(fields, release.lifecycle());
    fields.put("capture", capture(release));
    fields.put("classifier", classifier(release.probe()));
    fields.put(
        "calibration",
        ordered(
            "slope", release.calibration().slope(),
            "intercept", release.calibration().intercept()));
    fields.put(
        "thresholds",
        ordered(
            "removableAtMost", release.thresholds().removableAtMost(),
            "importantAtLeast", release.thresholds().importantAtLeast()));
    release.reference().ifPresent(reference -> fields.put("reference", reference(reference)));
    fields.put("metrics", new TreeMap<>(release.metrics()));
    return new ProbeDetails(fields);
  }

  /** A line for each field. */
  String text() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    addLines("", fields, lines);
    return lines.toString();
  }

  private static void putLife(Map<String, Object> fields, ProbeLifecycle life) {
    life.parentVersion().ifPresent(parent -> fields.put("parentVersion", parent));
    fields.put("status", life.status().name());
    fields.put("trainedAt", life.trainedAt().toString());
    life.championSince().ifPresent(since -> fields.put("championSince", since.toString()));
  }

  private static Map<String, Object> capture(ProbeRelease release) {
    Map<String, Object> capture =
        ordered("layers", release.shape().layers(), "hidden", release.shape().hidden());
    capture.put("pooling", release.shape().pooling().name());
    capture.put("layerView", release.input().view().name());
    return capture;
  }

  private static Map<String, Object> classifier(Probe probe) {
    Map<String, Object> classifier = ordered("inputs", probe.inputs(), "kind", probe.kind().name());
    if (probe instanceof MlpProbe mlp) {
      classifier.put("units", mlp.b1().length);
    }
    return classifier;
  }

  private static Map<String, Object> reference(TrainingReference reference) {
    Map<String, Object> figures =
        ordered(
            "distanceMean", reference.distanceMean(),
            "distanceDeviation", reference.distanceDeviation());
    figures.put("scoreShares", Arrays.stream(reference.scoreShares()).boxed().toList());
    return figures;
  }

  private static Map<String, Object> ordered(String first, Object a, String second, Object b) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, a);
    map.put(second, b);
    return map;
  }

  private static void addLines(String prefix, Map<?, ?> fields, StringJoiner lines) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            addLines(prefix + name + ".", inner, lines);
          } else {
            lines.add("%-32s %s".formatted(prefix + name, value));
          }
        });
  }
}
