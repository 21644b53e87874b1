package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.compare.Scorings;
import dev.linchpin.replay.compare.WhatIf;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.StepScored;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "what-if",
    description =
        "The alerts as they would have been with other thresholds, from scores that are there.")
final class ReplayWhatIfCommand extends RunsCommand {
  @Parameters(paramLabel = "RUN", description = "A run, or live.")
  private String source;

  @Option(
      names = "--removable-at-most",
      paramLabel = "P",
      required = true,
      description = "Scores up to this would be removable, in [0, 1].")
  private double removableAtMost;

  @Option(
      names = "--important-at-least",
      paramLabel = "P",
      required = true,
      description = "Scores from this on would be important, in [0, 1].")
  private double importantAtLeast;

  @Option(
      names = "--probe",
      paramLabel = "MODEL/NAME/VERSION",
      description = "Whose scores (default: of each step, the probe that flagged).")
  private Optional<String> probe = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object, with all verdicts that change.")
  private boolean json;

  private Thresholds thresholds;

  @Override
  protected void check() {
    try {
      thresholds = new Thresholds(removableAtMost, importantAtLeast);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  @Override
  int work(Cluster where, ReplayRuns runs) {
    Scorings scorings = new Scorings(where, runs);
    Map<StepRef, StepScored> scores = scorings.of(source, probe, Optional.empty());
    WhatIf judged =
        WhatIf.of(scores.values(), thresholds, scorings.reader().labels(scores.keySet()));
    say(json ? JsonLine.of(json(judged)) : text(judged));
    return 0;
  }

  private static String text(WhatIf judged) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    for (Verdict verdict : Verdict.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s %8d -> %8d",
              verdict.name().toLowerCase(Locale.ROOT),
              judged.was().getOrDefault(verdict, 0L),
              judged.would().getOrDefault(verdict, 0L)));
    }
    lines.add(judged.changed().size() + " verdicts would change");
    if (judged.removable().called() + judged.important().called() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "against labels: removable precision %.3f, recall %.3f; important precision %.3f,"
                  + " recall %.3f",
              judged.removable().precision(),
              judged.removable().recall(),
              judged.important().precision(),
              judged.important().recall()));
    }
    return lines.toString();
  }

  private static Map<String, Object> json(WhatIf judged) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("removableAtMost", judged.thresholds().removableAtMost());
    json.put("importantAtLeast", judged.thresholds().importantAtLeast());
    json.put("was", judged.was());
    json.put("would", judged.would());
    json.put("removablePrecision", JsonLine.figure(judged.removable().precision()));
    json.put("removableRecall", JsonLine.figure(judged.removable().recall()));
    json.put("importantPrecision", JsonLine.figure(judged.important().precision()));
    json.put("importantRecall", JsonLine.figure(judged.important().recall()));
    json.put("changed", judged.changed().stream().map(score -> json(score, judged)).toList());
    return json;
  }

  private static Map<String, Object> json(StepScored score, WhatIf judged) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chainId", score.step().chainId());
    json.put("stepIndex", score.step().stepIndex());
    json.put("score", score.score());
    json.put("was", score.verdict());
    json.put("would", judged.thresholds().verdict(score.score()));
    return json;
  }
}
