package dev.linchpin.app.bench;

import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.JsonReport;
import dev.linchpin.app.bench.report.TextReport;
import dev.linchpin.app.cluster.Bar;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a benchmark says what it does and what it found. */
final class Output {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  /** A line about what is going on. */
  void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /**
   * Prints the findings.
   *
   * @return exit code: 0, or 1 if a bar is missed
   */
  int print(Findings findings) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? JsonReport.of(findings) : TextReport.of(findings));
    out.flush();
    return findings.bars().stream().allMatch(Bar::met) ? 0 : 1;
  }
}
