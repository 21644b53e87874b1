package dev.linchpin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The whole path for real: broker, registry, bundled model, node, monitor. */
final class DemoTest {
  private static final int CHAINS = 6;

  @Test
  void shouldScoreEveryStepOfEveryChainOnce() throws Exception {
    StringWriter text = new StringWriter();
    Demo.Settings settings =
        new Demo.Settings(
            Path.of("models", "reasoner"), Duration.ofMillis(5), 3, Beginning.TRAINED);

    try (Demo demo = Demo.start(settings, new JsonReport(new PrintWriter(text)))) {
      demo.run(OptionalInt.of(CHAINS));
    }

    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    JsonNode summary = lines.remove(lines.size() - 1);
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
}
