package dev.linchpin.lm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads and checks the header of a safetensors file. */
final class SafeTensorsHeader {

  /** Largest header that the format allows, in bytes. */
  private static final long MAX_HEADER = 100_000_000;

  private static final Map<String, Integer> BYTES =
      Map.of("F32", 4, "F16", 2, "BF16", 2, "F64", 8, "I64", 8, "I32", 4);

  private final Path file;
  private final long fileBytes;
  private final long dataStart;

  private SafeTensorsHeader(Path file, long fileBytes, long dataStart) {
    this.file = file;
    this.fileBytes = fileBytes;
    this.dataStart = dataStart;
  }

  static Map<String, TensorInfo> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelFormatException(file + " is missing");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      int length = headerLength(file, channel);
      byte[] header = new byte[length];
      readFully(channel, ByteBuffer.wrap(header), 8);
      return new SafeTensorsHeader(file, channel.size(), 8L + length)
          .tensors(Json.parse(file, header));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int headerLength(Path file, FileChannel channel) throws IOException {
    if (channel.size() < 8) {
      throw new ModelFormatException(
          file + ": truncated: expected a safetensors header, got " + channel.size() + " bytes");
    }
    ByteBuffer prefix = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    readFully(channel, prefix, 0);
    long length = prefix.getLong(0);
    if (length < 2 || length > MAX_HEADER) {
      throw new ModelFormatException(file + " is not a safetensors file");
    }
    if (8 + length > channel.size()) {
      throw new ModelFormatException(
          file + ": truncated: expected " + (8 + length) + " bytes, got " + channel.size());
    }
    return (int) length;
  }

  private static void readFully(FileChannel channel, ByteBuffer target, long from)
      throws IOException {
    long at = from;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      at += read;
    }
  }

  private Map<String, TensorInfo> tensors(JsonNode header) {
    Map<String, TensorInfo> tensors = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
      }
    }
    return tensors;
  }

  private TensorInfo tensor(String name, JsonNode entry) {
    long begin = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    String dtype = entry.path("dtype").asText("nothing");
    TensorInfo tensor =
        new TensorInfo(
            file, name, dtype, shape(entry.path("shape")), dataStart + begin, end - begin);
    check(tensor, begin);
    return tensor;
  }

  private static long[] shape(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }

  private void check(TensorInfo tensor, long begin) {
    if (begin < 0 || tensor.bytes() < 0) {
      throw tensor.fault("expected data_offsets [begin, end], got none");
    }
    long end = tensor.offset() + tensor.bytes();
    if (end > fileBytes) {
      throw tensor.fault("truncated file: expected at least " + end + " bytes, got " + fileBytes);
    }
    Integer width = BYTES.get(tensor.dtype());
    if (width != null && tensor.size() * width != tensor.bytes()) {
      long expected = tensor.size() * width;
      throw tensor.fault("expected " + expected + " bytes of values, got " + tensor.bytes());
    }
  }
}
