package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.inference.SpokenGolden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class InferCommandTest {

  @TempDir static Path model;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void copy() {
    SpokenGolden.into(model);
  }

  @Test
  void shouldPrintStepsAndAnswerOfAQuestionAsJsonLines() throws Exception {
    int exit = ask("--json");

    assertThat(exit).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    JsonNode last = lines.get(lines.size() - 1);
    assertThat(last.path("type").asText()).isEqualTo("finished");
    assertThat(last.path("steps").asInt()).isEqualTo(lines.size() - 1).isPositive();
    assertThat(last.path("correct").asBoolean(true)).isFalse();
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(line.path("type").asText()).isEqualTo("step"))
        .extracting(line -> line.path("stepIndex").asInt())
        .isSorted();
  }

  @Test
  void shouldPrintALineForEachStep() {
    int exit = ask();

    assertThat(exit).isZero();
    assertThat(out.toString().lines().toList()).first().asString().matches("0  [ 0-9]+\\.");
    assertThat(out.toString()).contains("no answer, wrong (LENGTH, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "infer | Missing --question",
        "infer --answer-key 4 --bootstrap-servers a:1 | --answer-key needs --question",
        "infer --bootstrap-servers a:1 | --schema-registry-url",
        "infer --question x --top-p 0 | --top-p",
        "infer --question x --temperature -1 | --temperature",
        "infer --question x --max-new-tokens 0 | --max-new-tokens",
        "infer --question x --answer-marker ^ | --answer-marker",
        "infer --question x --layers 2,1 | --layers: expected numbers of layers from 1, ascending",
        "infer --question x --layers 99 | --layers: expected layers from 1 to",
        "infer --question x --dtype int4 | bf16, f16, f32, int8",
        "infer --question x --bootstrap-servers a:1 --schema-registry-url http://b --claim-above 9"
            + " | --claim-above needs --claim-store",
        "infer --question x --bootstrap-servers a:1 --schema-registry-url http://b --claim-store"
            + " s3://c/ | --claim-store: expected a folder or a file: URI, got s3://c/",
        "infer --question x --pooling max | mean, last, first-predictor",
        "infer --question x --when-full drop | block, drop-activations",
        "infer --question x --workers 0 | --workers",
        "infer --question x --model /no/such/folder | /no/such/folder",
      })
  void shouldRejectWrongArgumentsWithOneLine(String line, String expected) {
    String[] arguments = line.substring("infer".length()).trim().split(" ");

    int exit = execute(line.equals("infer") ? new String[0] : arguments);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains(expected);
    assertThat(out.toString()).isEmpty();
  }

  private int ask(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--model=" + model,
                "--question= 1 403 407 261",
                "--answer-key=4",
                "--max-new-tokens=60",
                "--temperature=0.8"));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return new CommandLine(new InferCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
