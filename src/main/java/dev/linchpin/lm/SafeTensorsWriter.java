package dev.linchpin.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.SmallFloats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Writes safetensors files as Hugging Face's libraries read them. */
public final class SafeTensorsWriter {

  /** Values converted at a time. */
  private static final int CHUNK = 1 << 16;

  private final NumberFormat format;

  /**
   * @param format number format of every tensor in the file
   */
  public SafeTensorsWriter(NumberFormat format) {
    this.format = format;
  }

  /**
   * A tensor to be written.
   *
   * @param values row-major, as many as the shape says
   * @param shape length of each dimension
   */
  public record Tensor(float[] values, long... shape) {
    public Tensor {
      long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      if (size != values.length) {
        throw new IllegalArgumentException(
            "expected "
                + size
                + " values for shape "
                + Arrays.toString(shape)
                + ", got "
                + values.length);
      }
    }
  }

  /**
   * Writes the tensors in the map's order. The file is replaced at once: a model that has the old
   * one mapped keeps it.
   */
  public void write(Path file, Map<String, Tensor> tensors) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      writeDraft(draft, tensors);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeDraft(Path draft, Map<String, Tensor> tensors) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(channel, header(tensors));
      writeValues(channel, tensors.values());
    }
  }

  private ByteBuffer header(Map<String, Tensor> tensors) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long end = offset + format.bytes(entry.getValue().values().length);
      ObjectNode node = json.putObject(entry.getKey()).put("dtype", format.name());
      Arrays.stream(entry.getValue().shape()).forEach(node.withArray("shape")::add);
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    return framed(json.toString());
  }

  /** The header's length, the header, and spaces up to a multiple of 8 bytes. */
  private static ByteBuffer framed(String header) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return littleEndian(8 + padded.length).putLong(padded.length).put(padded).flip();
  }

  private void writeValues(FileChannel channel, Collection<Tensor> tensors) throws IOException {
    ByteBuffer buffer = littleEndian(Math.toIntExact(format.bytes(CHUNK)));
    for (Tensor tensor : tensors) {
      for (int from = 0; from < tensor.values().length; from += CHUNK) {
        buffer.clear();
        convert(tensor.values(), from, Math.min(from + CHUNK, tensor.values().length), buffer);
        writeFully(channel, buffer.flip());
      }
    }
  }

  private void convert(float[] values, int from, int to, ByteBuffer target) {
    for (int i = from; i < to; i++) {
      switch (format) {
        case F32 -> target.putFloat(values[i]);
        case F16 -> target.putShort(SmallFloats.toF16(values[i]));
        case BF16 -> target.putShort(SmallFloats.toBf16(values[i]));
        case INT8 ->
            throw new IllegalArgumentException("expected floating-point weights, got INT8");
      }
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
