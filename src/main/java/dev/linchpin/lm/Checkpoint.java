package dev.linchpin.lm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The tensors of a model folder: one {@code model.safetensors}, or shards with an index.
 *
 * @param source the file that names the tensors: for errors
 * @param shards files with values, in name order
 * @param tensors every tensor by name
 */
record Checkpoint(Path source, List<Path> shards, Map<String, TensorInfo> tensors) {

  static Checkpoint open(Path folder) {
    Path single = folder.resolve("model.safetensors");
    Path index = folder.resolve("model.safetensors.index.json");
    if (Files.isRegularFile(single)) {
      return new Checkpoint(single, List.of(single), SafeTensors.open(single).tensors());
    }
    if (Files.isRegularFile(index)) {
      return sharded(index);
    }
    throw new ModelFormatException(
        folder + " is not a model: it has neither model.safetensors nor " + index.getFileName());
  }

  private static Checkpoint sharded(Path index) {
    JsonNode weightMap = Json.read(index).path("weight_map");
    TreeSet<String> names = new TreeSet<>();
    weightMap.forEach(shard -> names.add(shard.asText()));
    List<Path> shards = names.stream().map(index::resolveSibling).toList();
    Map<String, TensorInfo> tensors = new HashMap<>();
    shards.forEach(shard -> tensors.putAll(openShard(index, shard).tensors()));
    return new Checkpoint(index, shards, tensors);
  }

  private static SafeTensors openShard(Path index, Path shard) {
    if (!Files.isRegularFile(shard)) {
      throw new ModelFormatException(index + ": shard " + shard.getFileName() + " is missing");
    }
    return SafeTensors.open(shard);
  }

  Optional<TensorInfo> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}
