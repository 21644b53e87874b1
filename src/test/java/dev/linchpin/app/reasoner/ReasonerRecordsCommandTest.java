package dev.linchpin.app.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ReasonerRecordsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldMeasureEveryForm() throws Exception {
    // When
    int code = execute("--chains", "120", "--json");

    // Then
    assertThat(code).isZero();
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode form = new ObjectMapper().readTree(line);
      lines.put(form.get("form").asText(), form);
    }
    assertThat(lines)
        .containsOnlyKeys(
            "f32",
            "bf16",
            "f16",
            "int8",
            "bf16 packed",
            "int8 packed",
            "bf16, layers 2,4",
            "bf16, mean of layers",
            "edge");
    assertThat(lines.get("f32").at("/accuracy/maxDelta").asDouble()).isZero();
    assertThat(lines.get("int8").at("/accuracy/maxDelta").asDouble()).isLessThan(0.1);
    assertThat(lines.get("edge").at("/accuracy")).isEqualTo(lines.get("bf16").at("/accuracy"));
    assertThat(bytes(lines, "edge")).isLessThan(700);
    assertThat(bytes(lines, "bf16")).isBetween(200_704.0, 201_000.0);
    assertThat(bytes(lines, "int8 packed")).isLessThan(bytes(lines, "int8"));
    assertThat(lines.values())
        .allSatisfy(line -> assertThat(line.at("/reasoner/encodeMicros").asDouble()).isPositive());
  }

  @Test
  void shouldRefuseLayersThatTheReasonerLacks() {
    assertThat(execute("--layers", "2,9")).isEqualTo(2);
    assertThat(err.toString()).contains("--layers: expected layers from 1 to 4");
  }

  private static double bytes(Map<String, JsonNode> lines, String form) {
    return lines.get(form).at("/large/bytes").asDouble();
  }

  private int execute(String... arguments) {
    return new CommandLine(new ReasonerRecordsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
