package dev.linchpin.lm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linchpin.lm.ModelConfig.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code config.json} (and the end tokens of {@code generation_config.json}). */
final class ConfigReader {

  private final Path file;
  private final JsonNode json;

  private ConfigReader(Path file) {
    this.file = file;
    this.json = Json.read(file);
  }

  static ModelConfig read(Path folder) {
    Path file = folder.resolve("config.json");
    if (!Files.isRegularFile(file)) {
      throw new ModelFormatException(folder + " is not a model: it has no config.json");
    }
    return new ConfigReader(file).config();
  }

  private ModelConfig config() {
    Architecture architecture = architecture();
    rejectUnsupported();
    int hidden = positive("hidden_size");
    int heads = positive("num_attention_heads");
    int kvHeads = positive("num_key_value_heads", heads);
    int headDim = headDim(hidden, heads);
    require(heads % kvHeads == 0, "num_key_value_heads", "a divisor of " + heads, kvHeads);
    require(headDim % 2 == 0, "head_dim", "an even number", headDim);
    boolean attentionBias = flag("attention_bias");
    return new ModelConfig(
        architecture,
        positive("num_hidden_layers"),
        hidden,
        heads,
        kvHeads,
        headDim,
        positive("intermediate_size"),
        positive("vocab_size"),
        ropeTheta(),
        real("rms_norm_eps", 1e-6),
        flag("tie_word_embeddings"),
        architecture == Architecture.QWEN2 || attentionBias,
        architecture == Architecture.LLAMA && attentionBias,
        eosTokens(),
        positive("max_position_embeddings"),
        json.path("_name_or_path").asText(""));
  }

  private Architecture architecture() {
    String name = json.path("architectures").path(0).asText("");
    return Arrays.stream(Architecture.values())
        .filter(a -> a.className().equals(name))
        .findFirst()
        .orElseThrow(() -> fault("architectures", supported(), name.isEmpty() ? "nothing" : name));
  }

  private static String supported() {
    return Arrays.stream(Architecture.values())
        .map(Architecture::className)
        .collect(Collectors.joining(" or "));
  }

  private void rejectUnsupported() {
    String activation = json.path("hidden_act").asText("silu");
    require(activation.equals("silu"), "hidden_act", "silu", activation);
    require(!flag("mlp_bias"), "mlp_bias", "false", true);
    require(!flag("use_sliding_window"), "use_sliding_window", "false", true);
    require(!json.hasNonNull("quantization_config"), "quantization_config", "none", "one");
    String scaling = ropeType();
    require(scaling.equals("default"), "rope_scaling", "none", scaling);
  }

  private String ropeType() {
    JsonNode rope = json.hasNonNull("rope_scaling") ? json.get("rope_scaling") : ropeParameters();
    return rope.path("rope_type").asText(rope.path("type").asText("default"));
  }

  private JsonNode ropeParameters() {
    return json.path("rope_parameters");
  }

  private double ropeTheta() {
    return real("rope_theta", ropeParameters().path("rope_theta").asDouble(10_000));
  }

  private int headDim(int hidden, int heads) {
    if (!json.hasNonNull("head_dim")) {
      require(hidden % heads == 0, "hidden_size", "a multiple of " + heads + " heads", hidden);
    }
    return positive("head_dim", hidden / heads);
  }

  private Set<Integer> eosTokens() {
    Set<Integer> tokens = new HashSet<>();
    addTokens(json.path("eos_token_id"), tokens);
    Path generation = file.resolveSibling("generation_config.json");
    if (Files.isRegularFile(generation)) {
      addTokens(Json.read(generation).path("eos_token_id"), tokens);
    }
    return tokens;
  }

  private static void addTokens(JsonNode node, Set<Integer> tokens) {
    if (node.isInt()) {
      tokens.add(node.intValue());
    }
    node.forEach(child -> addTokens(child, tokens));
  }

  private int positive(String field) {
    JsonNode value = json.path(field);
    boolean good = value.isInt() && value.intValue() > 0;
    require(good, field, "a positive integer", value.isMissingNode() ? "nothing" : value);
    return value.intValue();
  }

  private int positive(String field, int absent) {
    return json.hasNonNull(field) ? positive(field) : absent;
  }

  private double real(String field, double absent) {
    JsonNode value = json.path(field);
    require(!json.hasNonNull(field) || value.isNumber(), field, "a number", value);
    return value.asDouble(absent);
  }

  private boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  private void require(boolean holds, String field, String expected, Object got) {
    if (!holds) {
      throw fault(field, expected, got);
    }
  }

  private ModelFormatException fault(String field, String expected, Object got) {
    return new ModelFormatException(
        file + ": " + field + ": expected " + expected + ", got " + got);
  }
}
