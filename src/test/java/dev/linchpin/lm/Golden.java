package dev.linchpin.lm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** A small published checkpoint, and what other engines computed with it. */
final class Golden {

  static final Path FOLDER = Path.of("src/test/resources/golden/llama");

  private final JsonNode json = Json.read(FOLDER.resolve("golden.json"));

  /** Prompt and greedy continuation. */
  int[] greedyTokens() {
    JsonNode tokens = json.get("greedy_token_ids");
    return StreamSupport.stream(tokens.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  /** Number of tokens, from the first, that logits and residuals were computed for. */
  int prefixLength() {
    return json.get("prefix_length").asInt();
  }

  int spanStart() {
    return json.get("residual_mean").get("start").asInt();
  }

  int spanEnd() {
    return json.get("residual_mean").get("end").asInt();
  }

  /** [layers][hidden]. */
  float[][] residualMean() {
    JsonNode rows = json.get("residual_mean").get("values");
    return StreamSupport.stream(rows.spliterator(), false)
        .map(Golden::floats)
        .toArray(float[][]::new);
  }

  /** [vocab]. */
  float[] logits() {
    return floats(json.get("logits_at_last_prefix_position"));
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }
}
