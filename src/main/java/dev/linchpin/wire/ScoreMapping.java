package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;

final class ScoreMapping {

  static final AvroMapping<StepScored, dev.linchpin.wire.avro.StepScored> SCORED =
      new AvroMapping<>(
          StepScored.class,
          dev.linchpin.wire.avro.StepScored.class,
          ScoreMapping::writeScored,
          ScoreMapping::readScored);

  static final AvroMapping<StepFlagged, dev.linchpin.wire.avro.StepFlagged> FLAGGED =
      new AvroMapping<>(
          StepFlagged.class,
          dev.linchpin.wire.avro.StepFlagged.class,
          ScoreMapping::writeFlagged,
          ScoreMapping::readFlagged);

  private ScoreMapping() {}

  private static dev.linchpin.wire.avro.StepScored writeScored(StepScored e) {
    return new dev.linchpin.wire.avro.StepScored(
        e.step().chainId(),
        e.step().stepIndex(),
        e.probe().model(),
        e.probe().name(),
        e.probe().version(),
        dev.linchpin.wire.avro.ProbeStatus.valueOf(e.status().name()),
        e.score(),
        writeVerdict(e.verdict()),
        e.stepCompletedAt(),
        e.scoredAt(),
        e.activations().partition(),
        e.activations().offset(),
        Figure.write(e.activationDistance()));
  }

  private static StepScored readScored(dev.linchpin.wire.avro.StepScored a) {
    return new StepScored(
        new StepRef(a.getChainId(), a.getStepIndex()),
        new ProbeId(a.getProbeModel(), a.getProbeName(), a.getProbeVersion()),
        ProbeStatus.valueOf(a.getProbeStatus().name()),
        a.getScore(),
        readVerdict(a.getVerdict()),
        a.getStepCompletedAt(),
        a.getScoredAt(),
        new LogAddress(a.getActivationsPartition(), a.getActivationsOffset()),
        Figure.read(a.getActivationDistance()));
  }

  private static dev.linchpin.wire.avro.StepFlagged writeFlagged(StepFlagged e) {
    return new dev.linchpin.wire.avro.StepFlagged(
        e.step().chainId(),
        e.step().stepIndex(),
        e.probe().model(),
        e.probe().name(),
        e.probe().version(),
        writeVerdict(e.verdict()),
        e.score(),
        e.threshold(),
        e.stepCompletedAt(),
        e.scoredAt());
  }

  private static StepFlagged readFlagged(dev.linchpin.wire.avro.StepFlagged a) {
    return new StepFlagged(
        new StepRef(a.getChainId(), a.getStepIndex()),
        new ProbeId(a.getProbeModel(), a.getProbeName(), a.getProbeVersion()),
        readVerdict(a.getVerdict()),
        a.getScore(),
        a.getThreshold(),
        a.getStepCompletedAt(),
        a.getScoredAt());
  }

  private static dev.linchpin.wire.avro.Verdict writeVerdict(Verdict verdict) {
    return dev.linchpin.wire.avro.Verdict.valueOf(verdict.name());
  }

  private static Verdict readVerdict(dev.linchpin.wire.avro.Verdict verdict) {
    return Verdict.valueOf(verdict.name());
  }
}
