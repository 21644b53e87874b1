package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import dev.linchpin.wire.ProbeEvaluated.Drift;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import dev.linchpin.wire.avro.QualityAlarm;

final class EvaluationMapping {

  static final AvroMapping<ProbeEvaluated, dev.linchpin.wire.avro.ProbeEvaluated> EVALUATED =
      new AvroMapping<>(
          ProbeEvaluated.class,
          dev.linchpin.wire.avro.ProbeEvaluated.class,
          EvaluationMapping::write,
          EvaluationMapping::read);

  private EvaluationMapping() {}

  private static dev.linchpin.wire.avro.ProbeEvaluated write(ProbeEvaluated e) {
    Figures figures = e.figures();
    return new dev.linchpin.wire.avro.ProbeEvaluated(
        e.probe().model(),
        e.probe().name(),
        e.probe().version(),
        e.labels(),
        e.windowLabels(),
        e.windowChains(),
        Figure.write(figures.auroc()),
        Figure.write(figures.accuracy()),
        Figure.write(figures.balancedAccuracy()),
        Figure.write(figures.importantPrecision()),
        Figure.write(figures.importantRecall()),
        Figure.write(figures.removablePrecision()),
        Figure.write(figures.removableRecall()),
        Figure.write(figures.brier()),
        Figure.write(figures.calibrationError()),
        e.pendingSteps(),
        e.lostSteps(),
        e.delays().countsMs(),
        Figure.write(e.delays().medianMs()),
        e.drift().windowScores(),
        Figure.write(e.drift().score()),
        Figure.write(e.drift().activation()),
        e.alarms().stream().map(alarm -> QualityAlarm.valueOf(alarm.name())).toList(),
        e.evaluatedAt());
  }

  private static ProbeEvaluated read(dev.linchpin.wire.avro.ProbeEvaluated a) {
    return new ProbeEvaluated(
        new ProbeId(a.getProbeModel(), a.getProbeName(), a.getProbeVersion()),
        a.getLabels(),
        a.getWindowLabels(),
        a.getWindowChains(),
        figures(a),
        a.getPendingSteps(),
        a.getLostSteps(),
        new Delays(a.getDelayMs(), Figure.read(a.getDelayMedianMs())),
        new Drift(
            a.getWindowScores(),
            Figure.read(a.getScoreDrift()),
            Figure.read(a.getActivationDrift())),
        a.getAlarms().stream().map(alarm -> Alarm.valueOf(alarm.name())).toList(),
        a.getEvaluatedAt());
  }

  private static Figures figures(dev.linchpin.wire.avro.ProbeEvaluated a) {
    return new Figures(
        Figure.read(a.getAuroc()),
        Figure.read(a.getAccuracy()),
        Figure.read(a.getBalancedAccuracy()),
        Figure.read(a.getImportantPrecision()),
        Figure.read(a.getImportantRecall()),
        Figure.read(a.getRemovablePrecision()),
        Figure.read(a.getRemovableRecall()),
        Figure.read(a.getBrier()),
        Figure.read(a.getCalibrationError()));
  }
}
