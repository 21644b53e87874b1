package dev.linchpin.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.lm.ModelConfig.Architecture;
import dev.linchpin.lm.SafeTensorsWriter.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Writes small random models: 3 blocks, 12 wide, 4 query heads on 2 key heads.
 *
 * @param architecture what the model is
 * @param format number format of the file
 * @param tied whether the head is the embedding
 * @param attentionBias Llama's flag
 * @param headDim width of a head
 * @param shards number of files
 */
record TinyCheckpoint(
    Architecture architecture,
    NumberFormat format,
    boolean tied,
    boolean attentionBias,
    int headDim,
    int shards) {

  static final int VOCAB = 23;

  static TinyCheckpoint llama() {
    return new TinyCheckpoint(Architecture.LLAMA, NumberFormat.F32, true, false, 4, 1);
  }

  ObjectNode config() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.putArray("architectures").add(architecture.className());
    return json.put("hidden_size", 12)
        .put("intermediate_size", 20)
        .put("num_hidden_layers", 3)
        .put("num_attention_heads", 4)
        .put("num_key_value_heads", 2)
        .put("head_dim", headDim)
        .put("vocab_size", VOCAB)
        .put("max_position_embeddings", 64)
        .put("rms_norm_eps", 1e-5)
        .put("rope_theta", 500.0)
        .put("tie_word_embeddings", tied)
        .put("attention_bias", attentionBias)
        .put("eos_token_id", 2);
  }

  /** Writes the folder. */
  Path write(Path folder) {
    writeJson(folder.resolve("config.json"), config());
    Map<String, Tensor> tensors = random(ConfigReader.read(folder));
    if (shards == 1) {
      new SafeTensorsWriter(format).write(folder.resolve("model.safetensors"), tensors);
    } else {
      writeShards(folder, tensors);
    }
    return folder;
  }

  /** Random values; norms near 1. */
  static Map<String, Tensor> random(ModelConfig config) {
    Random random = new Random(11);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    TensorNames.shapes(config)
        .forEach((name, shape) -> tensors.put(name, tensor(random, name, shape)));
    return tensors;
  }

  private static Tensor tensor(Random random, String name, long[] shape) {
    int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    float[] values = new float[size];
    float centre = name.contains("norm") ? 1 : 0;
    for (int i = 0; i < size; i++) {
      values[i] = centre + 0.3f * (float) random.nextGaussian();
    }
    return new Tensor(values, shape);
  }

  private void writeShards(Path folder, Map<String, Tensor> tensors) {
    ObjectNode index = Json.MAPPER.createObjectNode();
    ObjectNode weightMap = index.putObject("weight_map");
    for (int shard = 0; shard < shards; shard++) {
      String file = String.format("model-%05d-of-%05d.safetensors", shard + 1, shards);
      Map<String, Tensor> part = part(tensors, shard);
      part.keySet().forEach(name -> weightMap.put(name, file));
      new SafeTensorsWriter(format).write(folder.resolve(file), part);
    }
    writeJson(folder.resolve("model.safetensors.index.json"), index);
  }

  private Map<String, Tensor> part(Map<String, Tensor> tensors, int shard) {
    Map<String, Tensor> part = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (i++ % shards == shard) {
        part.put(entry.getKey(), entry.getValue());
      }
    }
    return part;
  }

  static void writeJson(Path file, ObjectNode json) {
    try {
      Files.writeString(file, json.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
