package dev.linchpin.study.finding;

import java.util.List;

/** All findings, in the order of the report. */
public final class Findings {
  private static final List<Finding> ALL =
      List.of(
          new CoreSize(),
          new ActivationsAgainstText(),
          new BeforeLaterSteps(),
          new CrossModel(),
          new WhereItIs(),
          new NotOnTheSurface(),
          new AgainstTheTruth(),
          new LabelsNeeded(),
          new Alarm());

  private Findings() {}

  public static List<Finding> all() {
    return ALL;
  }
}
