package dev.linchpin.app;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints a chain while it is generated, a line for each step. */
final class ChainPrinter implements ChainListener {

  private final PrintWriter out;
  private final Style style;

  /** How lines look. */
  enum Style {
    TEXT,
    JSON
  }

  ChainPrinter(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void started(ChainStarted event) {
    // Nothing to show yet.
  }

  @Override
  public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {
    print(
        switch (style) {
          case TEXT -> step.step().stepIndex() + "  " + oneLine(step.text().orElse("").strip());
          case JSON -> JsonLine.of(json(step));
        });
  }

  @Override
  public void finished(ChainFinished event) {
    print(
        switch (style) {
          case TEXT -> text(event);
          case JSON -> JsonLine.of(json(event));
        });
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }

  private static String text(ChainFinished event) {
    String answer = event.answer().isEmpty() ? "no answer" : "answer: " + oneLine(event.answer());
    String judged = event.correct().map(correct -> correct ? ", right" : ", wrong").orElse("");
    return "%s%s (%s, %d steps, %d tokens)"
        .formatted(answer, judged, event.reason(), event.steps(), event.completionTokens());
  }

  private static Map<String, Object> json(StepCompleted step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "step");
    json.put("chainId", step.step().chainId());
    json.put("stepIndex", step.step().stepIndex());
    json.put("text", step.text().orElse(""));
    json.put("firstToken", step.firstToken());
    json.put("endToken", step.endToken());
    json.put("startedAt", step.startedAt().toString());
    json.put("completedAt", step.completedAt().toString());
    json.put("meanLogProbability", step.meanLogProbability());
    return json;
  }

  private static Map<String, Object> json(ChainFinished event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "finished");
    json.put("chainId", event.chainId());
    json.put("reason", event.reason());
    json.put("answer", event.answer());
    event.correct().ifPresent(correct -> json.put("correct", correct));
    json.put("steps", event.steps());
    json.put("promptTokens", event.promptTokens());
    json.put("completionTokens", event.completionTokens());
    return json;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
