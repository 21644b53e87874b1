package dev.linchpin.reasoner;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.lm.SafeTensorsWriter;
import dev.linchpin.lm.SafeTensorsWriter.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trained reasoner as a Hugging Face folder: configuration, weights in f16, tokenizer. */
public final class CheckpointFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CheckpointFolder() {}

  /**
   * Writes the folder, making it if needed.
   *
   * @param name what the configuration calls the model
   * @param weights under their Hugging Face names
   */
  public static void write(
      Path folder, String name, ReasonerShape shape, Map<String, NDArray> weights) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights.forEach(
        (tensor, weight) ->
            tensors.put(tensor, new Tensor(weight.toFloatArray(), weight.getShape().getShape())));
    try {
      Files.createDirectories(folder);
      new SafeTensorsWriter(NumberFormat.F16).write(folder.resolve("model.safetensors"), tensors);
      JSON.writeValue(folder.resolve("config.json").toFile(), ConfigFile.json(name, shape));
      JSON.writeValue(folder.resolve("tokenizer.json").toFile(), TokenizerFile.json());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint to " + folder, e);
    }
  }
}
