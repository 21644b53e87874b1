package dev.linchpin.lm;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.SmallFloats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A safetensors file: an 8-byte length, a JSON header of names, formats, shapes and offsets, then
 * the values, little-endian. Opening reads the header only; values are mapped when asked for.
 */
public final class SafeTensors {

  private final Path file;
  private final Map<String, TensorInfo> tensors;

  private SafeTensors(Path file, Map<String, TensorInfo> tensors) {
    this.file = file;
    this.tensors = Map.copyOf(tensors);
  }

  public static SafeTensors open(Path file) {
    return new SafeTensors(file, SafeTensorsHeader.read(file));
  }

  public Map<String, TensorInfo> tensors() {
    return tensors;
  }

  public Optional<TensorInfo> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** All values of a tensor, converted to F32. */
  public float[] values(String name) {
    TensorInfo tensor =
        find(name)
            .orElseThrow(() -> new ModelFormatException(file + ": tensor " + name + " is missing"));
    float[] values = new float[Math.toIntExact(tensor.size())];
    convert(tensor, 0, FloatBuffer.wrap(values));
    return values;
  }

  /** Fills {@code target} with a tensor's values from number {@code from} on. */
  static void convert(TensorInfo tensor, long from, FloatBuffer target) {
    ByteBuffer source = map(tensor, from, target.remaining());
    switch (tensor.format()) {
      case F32 -> target.put(source.asFloatBuffer());
      case F16 -> {
        while (target.hasRemaining()) {
          target.put(SmallFloats.fromF16(source.getShort()));
        }
      }
      case BF16 -> {
        while (target.hasRemaining()) {
          target.put(SmallFloats.fromBf16(source.getShort()));
        }
      }
      case INT8 -> throw new IllegalArgumentException("expected floating-point weights, got INT8");
    }
  }

  /** Maps {@code count} values, read-only, from number {@code from} on; little-endian. */
  static ByteBuffer map(TensorInfo tensor, long from, int count) {
    NumberFormat format = tensor.format();
    try (FileChannel channel = FileChannel.open(tensor.file())) {
      long start = tensor.offset() + format.bytes(from);
      long length = format.bytes(count);
      return channel.map(MapMode.READ_ONLY, start, length).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
