package dev.linchpin.app.replay;

import picocli.CommandLine.Parameters;

/** The parameter that names a run. */
final class RunParameter {
  @Parameters(paramLabel = "RUN", description = "Name of the run.")
  private String run;

  String name() {
    return run;
  }
}
