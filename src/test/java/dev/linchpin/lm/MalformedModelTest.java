package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.lm.ModelConfig.Architecture;
import dev.linchpin.lm.SafeTensorsWriter.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MalformedModelTest {

  @TempDir private Path folder;

  @Test
  void shouldNameAFolderThatIsNotAModel() {
    assertFault(folder + " is not a model: it has no config.json");
  }

  @Test
  void shouldNameAFolderWithoutWeights() {
    TinyCheckpoint.writeJson(folder.resolve("config.json"), TinyCheckpoint.llama().config());
    assertFault(
        folder
            + " is not a model: it has neither model.safetensors nor model.safetensors.index.json");
  }

  @Test
  void shouldNameAnUnsupportedArchitecture() {
    withConfig(json -> json.putArray("architectures").add("MixtralForCausalLM"));
    assertFault(
        folder.resolve("config.json")
            + ": architectures: expected LlamaForCausalLM or Qwen2ForCausalLM,"
            + " got MixtralForCausalLM");
  }

  @Test
  void shouldNameAMissingField() {
    withConfig(json -> json.remove("hidden_size"));
    assertFault("config.json: hidden_size: expected a positive integer, got nothing");
  }

  @Test
  void shouldNameAnUnsupportedFeature() {
    withConfig(json -> json.putObject("rope_scaling").put("rope_type", "yarn"));
    assertFault("config.json: rope_scaling: expected none, got yarn");
    withConfig(json -> json.put("hidden_act", "gelu"));
    assertFault("config.json: hidden_act: expected silu, got gelu");
    withConfig(json -> json.put("num_key_value_heads", 3));
    assertFault("config.json: num_key_value_heads: expected a divisor of 4, got 3");
  }

  @Test
  void shouldNameAConfigurationThatIsNotJson() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{");
    assertFault("config.json: expected a JSON object, got other bytes");
  }

  @Test
  void shouldNameAMissingTensor() {
    withTensors(tensors -> tensors.remove("model.layers.1.self_attn.k_proj.weight"));
    assertFault(
        folder.resolve("model.safetensors")
            + ": tensor model.layers.1.self_attn.k_proj.weight: expected shape [8, 12],"
            + " got no such tensor");
  }

  @Test
  void shouldNameAMisshapenTensorAndCountTheOthers() {
    withTensors(
        tensors -> {
          tensors.put("model.layers.2.mlp.up_proj.weight", new Tensor(new float[24], 12, 2));
          tensors.remove("model.norm.weight");
        });
    assertFault(
        "tensor model.layers.2.mlp.up_proj.weight: expected shape [20, 12], got [12, 2]"
            + " (and 1 more faults)");
  }

  @Test
  void shouldNameAForeignNumberFormat() throws IOException {
    Path file = TinyCheckpoint.llama().write(folder).resolve("model.safetensors");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    String foreign = bytes.replaceFirst("\"dtype\":\"F32\"", "\"dtype\":\"I32\"");
    Files.writeString(file, foreign, StandardCharsets.ISO_8859_1);
    assertFault("tensor model.embed_tokens.weight: expected dtype F32, F16 or BF16, got I32");
  }

  @Test
  void shouldNameATruncatedFile() throws IOException {
    Path file = TinyCheckpoint.llama().write(folder).resolve("model.safetensors");
    truncate(file, Files.size(file) - 1);
    assertFault("truncated file: expected at least");
    truncate(file, 100);
    assertFault("model.safetensors: truncated: expected");
    truncate(file, 5);
    assertFault("model.safetensors: truncated: expected a safetensors header, got 5 bytes");
  }

  @Test
  void shouldNameAFileOfAnotherKind() throws IOException {
    Path file = TinyCheckpoint.llama().write(folder).resolve("model.safetensors");
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1");
    assertFault(file + " is not a safetensors file");
  }

  @Test
  void shouldNameAMissingShard() throws IOException {
    new TinyCheckpoint(Architecture.QWEN2, NumberFormat.F16, true, false, 4, 2).write(folder);
    Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
    assertFault(
        folder.resolve("model.safetensors.index.json")
            + ": shard model-00002-of-00002.safetensors is missing");
  }

  private void withConfig(Consumer<ObjectNode> change) {
    ObjectNode json = TinyCheckpoint.llama().config();
    change.accept(json);
    TinyCheckpoint.writeJson(folder.resolve("config.json"), json);
  }

  private void withTensors(Consumer<Map<String, Tensor>> change) {
    TinyCheckpoint.llama().write(folder);
    Map<String, Tensor> tensors = TinyCheckpoint.random(ConfigReader.read(folder));
    change.accept(tensors);
    new SafeTensorsWriter(NumberFormat.F32).write(folder.resolve("model.safetensors"), tensors);
  }

  private static void truncate(Path file, long bytes) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private void assertFault(String message) {
    assertThatThrownBy(() -> CausalLm.load(folder))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message)
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1);
  }
}
