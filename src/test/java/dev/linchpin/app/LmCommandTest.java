package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LmCommandTest {

  private static final String MODEL = "src/test/resources/golden/llama";

  private final ObjectMapper json = new ObjectMapper();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldPrintPromptAndGreedyContinuation() throws IOException {
    int code = run("generate", "--tokens", tokens(5), "--max-new-tokens", "60", "--json");

    assertThat(code).isZero();
    JsonNode printed = json.readTree(out.toString()).get("tokens");
    assertThat(printed).hasSize(65);
    printed.forEach(token -> assertThat(token.isInt()).isTrue());
    assertThat(ints(printed)).isEqualTo(ints(golden().get("greedy_token_ids")).subList(0, 65));
  }

  @Test
  void shouldPrintTheMeanResidualsOfASpanAndTheLastLogits() throws IOException {
    JsonNode golden = golden();
    int length = golden.get("prefix_length").asInt();
    JsonNode mean = golden.get("residual_mean");
    String span = mean.get("start").asInt() + ":" + mean.get("end").asInt();

    int code = run("capture", "--tokens", tokens(length), "--span", span, "--json");

    assertThat(code).isZero();
    JsonNode printed = json.readTree(out.toString());
    assertThat(printed.get("layers").asInt()).isEqualTo(5);
    assertThat(printed.get("hidden").asInt()).isEqualTo(64);
    for (int layer = 0; layer < 5; layer++) {
      assertClose(printed.get("mean").get(layer), mean.get("values").get(layer));
    }
    assertClose(printed.get("logits"), golden.get("logits_at_last_prefix_position"));
  }

  @Test
  void shouldPrintPlainTokensWithoutJson() {
    assertThat(run("generate", "--tokens", "1", "--max-new-tokens", "2")).isZero();
    assertThat(out.toString().strip()).isEqualTo("1,461,461");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "generate --tokens 1,512              | token 512 is out of the vocabulary of 512",
        "generate --tokens 1,x                | 'x' is not an int",
        "generate --tokens 1 --max-new-tokens 0 | expected at least one new token, got 0",
        "generate --prompt hello              | has no tokenizer.json",
        "generate                             | Missing required argument",
        "capture --tokens 1,2,3 --span 2:4    | span 2:4 is not within the 3 tokens",
        "capture --tokens 1,2,3 --span 2:2    | span 2:2 is not within the 3 tokens",
        "capture --tokens 1,2,3 --span 2      | expected START:END, got '2'",
        "capture --tokens 1,2,3               | Missing required option: '--span",
      })
  void shouldRejectWrongArgumentsInOneLine(String arguments, String message) {
    int code = run(arguments.split(" +", -1));

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(message).hasLineCount(1);
  }

  @Test
  void shouldRejectAFolderThatIsNotAModel() {
    int code = execute("lm", "generate", "--model", "src", "--tokens", "1");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("src is not a model").hasLineCount(1);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("lm"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--model", MODEL));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return new CommandLine(new LinchpinCommand())
        .setParameterExceptionHandler(CommandLineSetup::reject)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String tokens(int count) throws IOException {
    return ints(golden().get("greedy_token_ids")).subList(0, count).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private JsonNode golden() throws IOException {
    return json.readTree(Path.of(MODEL, "golden.json").toFile());
  }

  private static List<Integer> ints(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asInt()).toList();
  }

  private static void assertClose(JsonNode actual, JsonNode expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).asDouble()).isCloseTo(expected.get(i).asDouble(), within(1e-4));
    }
  }
}
