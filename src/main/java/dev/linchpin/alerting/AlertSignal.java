package dev.linchpin.alerting;

import dev.linchpin.wire.Incident.SubjectKind;

/** What a rule can be about. */
public enum AlertSignal {
  /** Broken by any other verdict, by a step that is missing and by the chain's end. */
  REMOVABLE_STREAK(
      SubjectKind.CHAIN, Worse.HIGHER, "Removable steps in a row in one chain", "steps"),
  REMOVABLE_SHARE(
      SubjectKind.MODEL, Worse.HIGHER, "Share of removable steps among a model's latest", "share"),
  UNCERTAIN_SHARE(
      SubjectKind.MODEL, Worse.HIGHER, "Share of uncertain steps among a model's latest", "share"),
  /** Of the steps of which both times are known. */
  MISSED_DEADLINES(
      SubjectKind.MODEL,
      Worse.HIGHER,
      "Share of verdicts that came after the next step was complete, among a model's latest",
      "share"),
  LOW_AUROC(SubjectKind.PROBE, Worse.LOWER, "Live area under the ROC curve of a probe", "AUROC"),
  CALIBRATION_ERROR(
      SubjectKind.PROBE, Worse.HIGHER, "Live expected calibration error of a probe", "probability"),
  /** Population stability index. */
  SCORE_DRIFT(
      SubjectKind.PROBE, Worse.HIGHER, "Shift of a probe's scores since its training", "PSI"),
  ACTIVATION_DRIFT(
      SubjectKind.PROBE,
      Worse.HIGHER,
      "Distance of a probe's input from its training data",
      "deviations"),
  DEAD_LETTERS(SubjectKind.CLUSTER, Worse.HIGHER, "Dead letters within the last minute", "records");

  /** In which direction a measurement gets worse. */
  private enum Worse {
    HIGHER,
    LOWER
  }

  private final SubjectKind subject;
  private final Worse worse;
  private final String description;
  private final String unit;

  AlertSignal(SubjectKind subject, Worse worse, String description, String unit) {
    this.subject = subject;
    this.worse = worse;
    this.description = description;
    this.unit = unit;
  }

  /** What incidents of it are about. */
  public SubjectKind subject() {
    return subject;
  }

  /** For people. */
  public String description() {
    return description;
  }

  /** Of measurements and thresholds. */
  public String unit() {
    return unit;
  }

  /** Whether a measurement is as bad as a threshold, or worse. */
  boolean isAsBad(double value, double threshold) {
    return worse == Worse.HIGHER ? value >= threshold : value <= threshold;
  }

  /** Whether a measurement is as good as a threshold, or better. */
  boolean isAsGood(double value, double threshold) {
    return worse == Worse.HIGHER ? value <= threshold : value >= threshold;
  }
}
