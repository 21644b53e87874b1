package dev.linchpin.app.demo;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ProbeEvaluated;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.Help.Ansi;

/** Coloured lines for people: a bar for the score, the verdict, the lead time, the step. */
final class ConsoleReport implements Report {
  private static final int BAR = 10;
  private static final int LABELS_BETWEEN = 25;

  private final Map<ProbeId, Long> labelsShown = new HashMap<>();
  private final PrintWriter out;
  private final Ansi ansi;

  ConsoleReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  @Override
  public void chainStarted(String chainId, String question) {
    print("%n@|bold %s|@  @|faint %s|@", firstLine(question), chainId);
  }

  @Override
  public void step(FlaggedStep step) {
    Verdict verdict = step.scored().verdict();
    double score = step.scored().score();
    print(
        "  @|%s %s %.2f %-9s|@ @|faint %+7.1f ms|@  %s",
        colour(verdict), bar(score), score, label(verdict), step.leadTimeMs(), step.text());
  }

  @Override
  public void chainFinished(String chainId, String answer, boolean correct) {
    print(
        "  @|bold Answer: %s|@  %s", answer.strip(), correct ? "@|green right|@" : "@|red wrong|@");
  }

  @Override
  public void evaluation(ProbeEvaluated evaluation) {
    long shown = labelsShown.getOrDefault(evaluation.probe(), 0L);
    if (evaluation.labels() >= shown + LABELS_BETWEEN) {
      labelsShown.put(evaluation.probe(), evaluation.labels());
      print(
          "  @|blue %s v%d: %d labels came back, AUROC %s, accuracy %s, calibration error %s|@",
          evaluation.probe().name(),
          evaluation.probe().version(),
          evaluation.labels(),
          figure(evaluation.figures().auroc()),
          figure(evaluation.figures().accuracy()),
          figure(evaluation.figures().calibrationError()));
    }
  }

  @Override
  public void trained(ProbeRelease challenger) {
    print(
        "  @|blue %s v%d trained on %.0f labels, scores in the shadow|@",
        challenger.id().name(), challenger.id().version(), challenger.metrics().get("labels"));
  }

  @Override
  public void promotion(FollowerEvent.Promoted promoted) {
    print(
        "%n@|bold,blue %s v%d takes over from %s v%d: AUROC %.3f against %.3f on %d unseen chains|@",
        promoted.to().name(),
        promoted.to().version(),
        promoted.from().name(),
        promoted.from().version(),
        promoted.decision().challenger().auroc(),
        promoted.decision().champion().auroc(),
        promoted.decision().chains());
  }

  private static String figure(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : "-";
  }

  @Override
  public void summary(DemoSummary summary) {
    print(
        "%n@|bold %d chains, %d steps, %d scored|@",
        summary.chains(), summary.steps(), summary.scored());
    print("  flagged before the next step was complete  %.2f %%", 100 * summary.flaggedInTime());
    print(
        "  lead time p1 / p50 / p99                   %.1f / %.1f / %.1f ms",
        summary.leadTimesMs().p1(), summary.leadTimesMs().p50(), summary.leadTimesMs().p99());
    print(
        "  alerts: low importance / important         %d / %d",
        summary.lowImportance(), summary.important());
    print("  dead letters                               %d", summary.deadLetters());
    print(
        "  labels that came back / promotions         %d / %d",
        summary.labels(), summary.promotions());
    summary
        .aurocTrueGraph()
        .ifPresent(auroc -> print("  AUROC against the puzzles' true graph      %.3f", auroc));
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case IMPORTANT -> "green";
      case UNCERTAIN -> "yellow";
      case REMOVABLE -> "red";
    };
  }

  private static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String bar(double score) {
    int full = (int) Math.round(score * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private void print(String format, Object... values) {
    out.println(ansi.string(String.format(Locale.ROOT, format, values)));
    out.flush();
  }
}
