package dev.linchpin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ProbeEvaluated;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The whole path for real: broker, registry, bundled model, node, monitor. */
final class DemoTest {
  private static final int CHAINS = 6;
  private static final int MOST_CHAINS = 400;

  @Test
  void shouldScoreEveryStepOfEveryChainOnce() throws Exception {
    StringWriter text = new StringWriter();
    Demo.Settings settings =
        new Demo.Settings(
            Path.of("models", "reasoner"), Duration.ofMillis(5), 3, Beginning.TRAINED);

    try (Demo demo = Demo.start(settings, new JsonReport(new PrintWriter(text)))) {
      demo.run(OptionalInt.of(CHAINS));
    }

    JsonNode summary = of("summary", text).get(0);
    List<JsonNode> lines = of("step", text);
    assertThat(summary.get("type").asText()).isEqualTo("summary");
    assertThat(summary.get("chains").asInt()).isEqualTo(CHAINS);
    assertThat(summary.get("deadLetters").asInt()).isZero();
    assertThat(summary.get("scored").asInt()).isEqualTo(summary.get("steps").asInt());
    assertThat(lines).hasSize(summary.get("steps").asInt()).hasSizeGreaterThan(2 * CHAINS);
    Set<String> identities = new TreeSet<>();
    for (JsonNode step : lines) {
      assertThat(step.get("type").asText()).isEqualTo("step");
      assertThat(step.get("score").asDouble()).isBetween(0.0, 1.0);
      identities.add(step.get("chainId").asText() + step.get("stepIndex").asInt());
    }
    assertThat(identities).hasSameSizeAs(lines);
  }

  @Test
  void shouldCloseTheLoopFromNothing() throws Exception {
    // Given
    StringWriter text = new StringWriter();
    Demo.Settings settings =
        new Demo.Settings(Path.of("models", "reasoner"), Duration.ofMillis(4), 3, Beginning.COLD);
    AtomicReference<Demo> demo = new AtomicReference<>();
    Report report = new EndingAfterPromotion(new JsonReport(new PrintWriter(text)), demo);

    // When
    try (Demo cold = Demo.start(settings, report)) {
      demo.set(cold);
      cold.run(OptionalInt.of(MOST_CHAINS));
    }

    // Then
    JsonNode promotion = of("promotion", text).get(0);
    assertThat(promotion.get("from").asInt()).isEqualTo(1);
    assertThat(promotion.get("to").asInt()).isEqualTo(2);
    assertThat(promotion.get("aurocFrom").asDouble()).isEqualTo(0.5);
    assertThat(promotion.get("aurocTo").asDouble()).isGreaterThan(0.6);
    assertThat(of("evaluation", text))
        .extracting(line -> line.get("version").asInt())
        .contains(1, 2);
    List<JsonNode> steps = of("step", text);
    assertThat(steps)
        .extracting(line -> line.get("probeVersion").asInt())
        .startsWith(1)
        .endsWith(2);
    JsonNode summary = of("summary", text).get(0);
    assertThat(summary.get("scored").asInt()).isEqualTo(summary.get("steps").asInt());
    assertThat(summary.get("duplicateScores").asInt()).isZero();
    assertThat(summary.get("promotions").asInt()).isPositive();
    assertThat(summary.get("labels").asInt()).isGreaterThan(100);
  }

  private static List<JsonNode> of(String type, StringWriter text) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      JsonNode json = new ObjectMapper().readTree(line);
      if (json.get("type").asText().equals(type)) {
        lines.add(json);
      }
    }
    return lines;
  }

  /** Ends the demonstration some chains after the first promotion. */
  private static final class EndingAfterPromotion implements Report {
    private final Report report;
    private final AtomicReference<Demo> demo;
    private boolean promoted;
    private int chainsAfter;

    EndingAfterPromotion(Report report, AtomicReference<Demo> demo) {
      this.report = report;
      this.demo = demo;
    }

    @Override
    public void chainStarted(String chainId, String question) {
      report.chainStarted(chainId, question);
    }

    @Override
    public void step(FlaggedStep step) {
      report.step(step);
    }

    @Override
    public void chainFinished(String chainId, String answer, boolean correct) {
      report.chainFinished(chainId, answer, correct);
      if (promoted && ++chainsAfter == CHAINS) {
        demo.get().stop();
      }
    }

    @Override
    public void evaluation(ProbeEvaluated evaluation) {
      report.evaluation(evaluation);
    }

    @Override
    public void trained(ProbeRelease challenger) {
      report.trained(challenger);
    }

    @Override
    public void promotion(FollowerEvent.Promoted event) {
      report.promotion(event);
      promoted = true;
    }

    @Override
    public void summary(DemoSummary summary) {
      report.summary(summary);
    }
  }
}
