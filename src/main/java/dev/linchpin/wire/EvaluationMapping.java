package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Band;
import dev.linchpin.wire.ProbeEvaluated.Bands;
import dev.linchpin.wire.ProbeEvaluated.CalibrationBin;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import dev.linchpin.wire.ProbeEvaluated.Drift;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import dev.linchpin.wire.avro.QualityAlarm;
import java.util.Optional;

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
        low(e.bands().auroc()),
        high(e.bands().auroc()),
        low(e.bands().accuracy()),
        high(e.bands().accuracy()),
        e.bands().calibration().stream().map(EvaluationMapping::write).toList(),
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
        bands(a),
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

  private static Bands bands(dev.linchpin.wire.avro.ProbeEvaluated a) {
    return new Bands(
        band(a.getAurocLow(), a.getAurocHigh()),
        band(a.getAccuracyLow(), a.getAccuracyHigh()),
        a.getCalibration().stream().map(EvaluationMapping::read).toList());
  }

  private static dev.linchpin.wire.avro.CalibrationBin write(CalibrationBin bin) {
    return new dev.linchpin.wire.avro.CalibrationBin(
        bin.from(),
        bin.to(),
        bin.count(),
        Figure.write(bin.meanScore()),
        Figure.write(bin.importantShare()),
        low(bin.band()),
        high(bin.band()));
  }

  private static CalibrationBin read(dev.linchpin.wire.avro.CalibrationBin a) {
    return new CalibrationBin(
        a.getFrom(),
        a.getTo(),
        a.getCount(),
        Figure.read(a.getMeanScore()),
        Figure.read(a.getImportantShare()),
        band(a.getLow(), a.getHigh()));
  }

  private static Double low(Optional<Band> band) {
    return band.map(Band::low).orElse(null);
  }

  private static Double high(Optional<Band> band) {
    return band.map(Band::high).orElse(null);
  }

  private static Optional<Band> band(Double low, Double high) {
    return low == null || high == null ? Optional.empty() : Optional.of(new Band(low, high));
  }
}
