package dev.linchpin.labelling;

import static java.util.stream.Collectors.toMap;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.stream.BinaryForm;
import dev.linchpin.stream.BinaryParts;
import dev.linchpin.wire.ChainAblated;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * As much of a chain's ablation as its labels need.
 *
 * @param model name of the model
 * @param modelFingerprint digest of its weights
 * @param method how steps were taken out
 * @param measure how a shortened chain was compared
 * @param ablatedAt when the labels existed
 * @param labels by step; no step that was left unlabelled, and none at all unless the chain was
 *     labelled
 */
record AcceptedAblation(
    String model,
    String modelFingerprint,
    AblationMethod method,
    AttainabilityMeasure measure,
    Instant ablatedAt,
    Map<Integer, StepLabel> labels) {
  AcceptedAblation {
    labels = Map.copyOf(labels);
  }

  static AcceptedAblation of(ChainAblated ablation) {
    return new AcceptedAblation(
        ablation.model(),
        ablation.modelFingerprint(),
        ablation.settings().method(),
        ablation.settings().measure(),
        ablation.ablatedAt(),
        labels(ablation));
  }

  /** What is known of a step. */
  Optional<StepLabel> label(int stepIndex) {
    return Optional.ofNullable(labels.get(stepIndex));
  }

  private static Map<Integer, StepLabel> labels(ChainAblated ablation) {
    if (ablation.outcome() != ChainAblated.Outcome.LABELLED) {
      return Map.of();
    }
    return ablation.steps().stream()
        .filter(step -> step.label() != StepLabel.UNLABELLED)
        .collect(
            toMap(ChainAblated.Step::stepIndex, ChainAblated.Step::label, (first, later) -> first));
  }

  /** How it is kept. */
  static final class Form implements BinaryForm<AcceptedAblation> {
    @Override
    public void write(AcceptedAblation value, DataOutputStream out) throws IOException {
      BinaryParts.writeText(value.model, out);
      BinaryParts.writeText(value.modelFingerprint, out);
      BinaryParts.writeName(value.method, out);
      BinaryParts.writeName(value.measure, out);
      BinaryParts.writeTime(value.ablatedAt, out);
      out.writeInt(value.labels.size());
      for (Map.Entry<Integer, StepLabel> step : value.labels.entrySet()) {
        out.writeInt(step.getKey());
        BinaryParts.writeName(step.getValue(), out);
      }
    }

    @Override
    public AcceptedAblation read(DataInputStream in) throws IOException {
      return new AcceptedAblation(
          BinaryParts.readText(in),
          BinaryParts.readText(in),
          BinaryParts.readName(AblationMethod.class, in),
          BinaryParts.readName(AttainabilityMeasure.class, in),
          BinaryParts.readTime(in),
          readLabels(in));
    }

    private static Map<Integer, StepLabel> readLabels(DataInputStream in) throws IOException {
      Map<Integer, StepLabel> labels = new HashMap<>();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        labels.put(in.readInt(), BinaryParts.readName(StepLabel.class, in));
      }
      return labels;
    }
  }
}
