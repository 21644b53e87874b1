package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.avro.ScoreGiven;

final class LabelMapping {

  static final AvroMapping<StepLabelled, dev.linchpin.wire.avro.StepLabelled> LABELLED =
      new AvroMapping<>(
          StepLabelled.class,
          dev.linchpin.wire.avro.StepLabelled.class,
          LabelMapping::write,
          LabelMapping::read);

  private LabelMapping() {}

  private static dev.linchpin.wire.avro.StepLabelled write(StepLabelled e) {
    return new dev.linchpin.wire.avro.StepLabelled(
        e.step().chainId(),
        e.step().stepIndex(),
        e.model(),
        e.modelFingerprint(),
        dev.linchpin.wire.avro.StepLabel.valueOf(e.label().name()),
        dev.linchpin.wire.avro.AblationMethod.valueOf(e.method().name()),
        dev.linchpin.wire.avro.AttainabilityMeasure.valueOf(e.measure().name()),
        e.activations().partition(),
        e.activations().offset(),
        e.stepCompletedAt(),
        e.ablatedAt(),
        e.scores().stream().map(LabelMapping::write).toList());
  }

  private static ScoreGiven write(StepLabelled.Score score) {
    return new ScoreGiven(
        score.probe().name(),
        score.probe().version(),
        dev.linchpin.wire.avro.ProbeStatus.valueOf(score.status().name()),
        score.score(),
        dev.linchpin.wire.avro.Verdict.valueOf(score.verdict().name()));
  }

  private static StepLabelled read(dev.linchpin.wire.avro.StepLabelled a) {
    return new StepLabelled(
        new StepRef(a.getChainId(), a.getStepIndex()),
        a.getModel(),
        a.getModelFingerprint(),
        StepLabel.valueOf(a.getLabel().name()),
        AblationMethod.valueOf(a.getMethod().name()),
        AttainabilityMeasure.valueOf(a.getMeasure().name()),
        new LogAddress(a.getActivationsPartition(), a.getActivationsOffset()),
        a.getStepCompletedAt(),
        a.getAblatedAt(),
        a.getScores().stream().map(score -> read(score, a.getModel())).toList());
  }

  private static StepLabelled.Score read(ScoreGiven a, String model) {
    return new StepLabelled.Score(
        new ProbeId(model, a.getProbeName(), a.getProbeVersion()),
        ProbeStatus.valueOf(a.getProbeStatus().name()),
        a.getScore(),
        Verdict.valueOf(a.getVerdict().name()));
  }
}
