package dev.linchpin.labelling;

import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Drift;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * From which figures on a person should look. A figure that is not defined raises no alarm.
 *
 * @param scoreDriftAbove population stability index
 * @param activationDriftAbove deviations of a test step's distance above its mean
 * @param aurocBelow in [0, 1]
 * @param calibrationErrorAbove in [0, 1]
 * @param fromLabels labels that a version must have before its quality can alarm, at least 0
 * @param fromScores scores that a version must have given before its drift can alarm, at least 0
 */
public record AlarmBounds(
    double scoreDriftAbove,
    double activationDriftAbove,
    double aurocBelow,
    double calibrationErrorAbove,
    long fromLabels,
    long fromScores) {

  /** A large shift of scores, one deviation of distance, and figures that no longer help. */
  public static final AlarmBounds DEFAULT = new AlarmBounds(0.25, 1, 0.7, 0.15, 100, 100);

  /** What is beyond its bound, in the order of the enum. */
  List<Alarm> alarms(Tally tally, Figures figures, Drift drift) {
    List<Alarm> alarms = new ArrayList<>();
    if (tally.scored() >= fromScores) {
      addIf(above(drift.score(), scoreDriftAbove), Alarm.SCORE_DRIFT, alarms);
      addIf(above(drift.activation(), activationDriftAbove), Alarm.ACTIVATION_DRIFT, alarms);
    }
    if (tally.labelled() >= fromLabels) {
      addIf(below(figures.auroc(), aurocBelow), Alarm.LOW_AUROC, alarms);
      addIf(
          above(figures.calibrationError(), calibrationErrorAbove), Alarm.POOR_CALIBRATION, alarms);
    }
    return alarms;
  }

  private static void addIf(boolean beyond, Alarm alarm, List<Alarm> alarms) {
    if (beyond) {
      alarms.add(alarm);
    }
  }

  private static boolean above(OptionalDouble figure, double bound) {
    return figure.isPresent() && figure.getAsDouble() > bound;
  }

  private static boolean below(OptionalDouble figure, double bound) {
    return figure.isPresent() && figure.getAsDouble() < bound;
  }
}
