package dev.linchpin.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepScored;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** One JSON object a line: steps, then the summary. */
final class JsonReport implements Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;

  JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void chainStarted(String chainId, String question) {}

  @Override
  public void step(FlaggedStep step) {
    StepScored scored = step.scored();
    print(
        line("step")
            .put("chainId", scored.step().chainId())
            .put("stepIndex", scored.step().stepIndex())
            .put("text", step.text())
            .put("score", scored.score())
            .put("verdict", scored.verdict().name())
            .put("probe", scored.probe().name())
            .put("probeVersion", scored.probe().version())
            .put("leadTimeMs", step.leadTimeMs()));
  }

  @Override
  public void chainFinished(String chainId, String answer, boolean correct) {}

  @Override
  public void evaluation(ProbeEvaluated evaluation) {
    ObjectNode line =
        line("evaluation")
            .put("probe", evaluation.probe().name())
            .put("version", evaluation.probe().version())
            .put("labels", evaluation.labels());
    put(line, "auroc", evaluation.figures().auroc());
    put(line, "accuracy", evaluation.figures().accuracy());
    put(line, "calibrationError", evaluation.figures().calibrationError());
    print(line);
  }

  @Override
  public void trained(ProbeRelease challenger) {
    print(
        line("trained")
            .put("probe", challenger.id().name())
            .put("version", challenger.id().version())
            .put("auroc", challenger.metrics().get("auroc"))
            .put("labels", challenger.metrics().get("labels")));
  }

  @Override
  public void promotion(FollowerEvent.Promoted promoted) {
    print(
        line("promotion")
            .put("from", promoted.from().version())
            .put("to", promoted.to().version())
            .put("aurocFrom", promoted.decision().champion().auroc())
            .put("aurocTo", promoted.decision().challenger().auroc())
            .put("chains", promoted.decision().chains()));
  }

  private static void put(ObjectNode line, String field, OptionalDouble figure) {
    figure.ifPresentOrElse(value -> line.put(field, value), () -> line.putNull(field));
  }

  @Override
  public void summary(DemoSummary summary) {
    ObjectNode line =
        line("summary")
            .put("chains", summary.chains())
            .put("steps", summary.steps())
            .put("scored", summary.scored())
            .put("duplicateScores", summary.duplicateScores())
            .put("flaggedInTime", summary.flaggedInTime());
    line.putObject("leadTimeMs")
        .put("p1", summary.leadTimesMs().p1())
        .put("p50", summary.leadTimesMs().p50())
        .put("p99", summary.leadTimesMs().p99());
    line.putObject("alerts")
        .put("lowImportance", summary.lowImportance())
        .put("important", summary.important());
    line.put("deadLetters", summary.deadLetters())
        .put("labels", summary.labels())
        .put("promotions", summary.promotions());
    put(line, "aurocTrueGraph", summary.aurocTrueGraph());
    print(line);
  }

  private static ObjectNode line(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private void print(ObjectNode line) {
    try {
      out.println(JSON.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
