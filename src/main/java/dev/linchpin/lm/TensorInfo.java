package dev.linchpin.lm;

import dev.linchpin.activation.NumberFormat;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param file the file
 * @param name the tensor's name
 * @param dtype number format as the file states it, for example {@code BF16}
 * @param shape length of each dimension; empty for a scalar
 * @param offset first byte, from the start of the file
 * @param bytes length of the values in bytes
 */
public record TensorInfo(
    Path file, String name, String dtype, long[] shape, long offset, long bytes) {

  /** Number of values. */
  public long size() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The number format; fails when it is not one of the three floating-point formats. */
  public NumberFormat format() {
    return Arrays.stream(NumberFormat.values())
        .filter(f -> f != NumberFormat.INT8 && f.name().equals(dtype))
        .findFirst()
        .orElseThrow(() -> fault("expected dtype F32, F16 or BF16, got " + dtype));
  }

  ModelFormatException fault(String what) {
    return new ModelFormatException(file + ": tensor " + name + ": " + what);
  }
}
