package dev.linchpin.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.activation.StepActivations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The safetensors format for a few F32 tensors in memory: length of the header (8 bytes), header
 * (JSON: name to dtype, shape and byte range), values. All little-endian.
 */
final class SafeTensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final int HEADER_ALIGNMENT = 8;

  private SafeTensors() {}

  static byte[] write(SortedMap<String, Tensor> tensors) {
    byte[] header = header(tensors);
    int values = tensors.values().stream().mapToInt(SafeTensors::bytes).sum();
    byte[] file = new byte[Math.addExact(Long.BYTES + header.length, values)];
    ByteBuffer buffer = littleEndian(file);
    buffer.putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      buffer.asFloatBuffer().put(tensor.values());
      buffer.position(buffer.position() + bytes(tensor));
    }
    return file;
  }

  /**
   * Reads a whole file.
   *
   * @throws ProbeFileException if it is not a safetensors file with finite F32 values
   */
  static Map<String, Tensor> read(byte[] file) {
    ByteBuffer buffer = littleEndian(file);
    JsonNode header = readHeader(buffer);
    Map<String, Tensor> tensors = new TreeMap<>();
    ByteBuffer values = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
    header
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals(METADATA)) {
                tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), values));
              }
            });
    return tensors;
  }

  private static byte[] header(SortedMap<String, Tensor> tensors) {
    ObjectNode header = JSON.createObjectNode();
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      int end = Math.addExact(offset, bytes(entry.getValue()));
      ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", "F32");
      tensor.set("shape", JSON.valueToTree(entry.getValue().shape()));
      tensor.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    String text = header.toString();
    int padding = Math.floorMod(-text.length(), HEADER_ALIGNMENT);
    return (text + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode readHeader(ByteBuffer file) {
    long length = file.remaining() < Long.BYTES ? -1 : file.getLong();
    if (length < 0 || length > file.remaining()) {
      throw new ProbeFileException(
          "expected a safetensors header, got a file of %d bytes with a header of %d"
              .formatted(file.limit(), length));
    }
    byte[] header = new byte[(int) length];
    file.get(header);
    try {
      JsonNode json = JSON.readTree(header);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw new ProbeFileException("expected JSON as the safetensors header: " + e.getMessage(), e);
    }
    throw new ProbeFileException("expected a JSON object as the safetensors header");
  }

  private static Tensor tensor(String name, JsonNode entry, ByteBuffer values) {
    if (!entry.path("dtype").asText().equals("F32")) {
      throw new ProbeFileException(
          "tensor %s: expected dtype F32, got %s".formatted(name, entry.path("dtype").asText()));
    }
    int[] shape = ints(entry.path("shape"));
    int[] range = ints(entry.path("data_offsets"));
    long size = Float.BYTES;
    for (int dimension : shape) {
      size *= dimension;
    }
    if (range.length != 2 || !inside(range, values) || range[1] - range[0] != size) {
      throw new ProbeFileException(
          "tensor %s: expected %d bytes within the file's %d, got offsets %s"
              .formatted(name, size, values.limit(), entry.path("data_offsets")));
    }
    float[] numbers = new float[(int) (size / Float.BYTES)];
    ByteBuffer part = values.slice(range[0], range[1] - range[0]).order(ByteOrder.LITTLE_ENDIAN);
    part.asFloatBuffer().get(numbers);
    requireFinite(name, numbers);
    return new Tensor(shape, numbers);
  }

  private static void requireFinite(String name, float[] numbers) {
    OptionalInt index = StepActivations.firstNonFinite(numbers);
    if (index.isPresent()) {
      throw new ProbeFileException(
          "tensor %s: expected finite values, got %s at index %d"
              .formatted(name, numbers[index.getAsInt()], index.getAsInt()));
    }
  }

  private static boolean inside(int[] range, ByteBuffer values) {
    return 0 <= range[0] && range[0] <= range[1] && range[1] <= values.limit();
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static int bytes(Tensor tensor) {
    return Math.multiplyExact(tensor.values().length, Float.BYTES);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
