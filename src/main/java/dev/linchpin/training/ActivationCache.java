package dev.linchpin.training;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Activations on disk, as they were captured but not packed: one append-only file of rows of one
 * length for each number format. On the heap it keeps eight bytes a row. It holds nothing that the
 * log does not, so it starts empty, and its files go when it is closed. For one thread at a time.
 */
final class ActivationCache implements AutoCloseable {
  private final Path directory;
  private final CaptureShape shape;
  private final Map<NumberFormat, RowFile> files = new EnumMap<>(NumberFormat.class);
  private final Map<NumberFormat, byte[]> buffers = new EnumMap<>(NumberFormat.class);
  private final List<NumberFormat> formats = new ArrayList<>();
  private final IntColumn rows = new IntColumn();

  /**
   * A cache in a directory, which is made if it does not exist.
   *
   * @param shape of every step's activations
   */
  ActivationCache(Path directory, CaptureShape shape) {
    this.directory = directory;
    this.shape = shape;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory " + directory, e);
    }
  }

  /**
   * Appends a step's activations and gives their number, from 0.
   *
   * @throws IllegalArgumentException if they have another shape, or a length that contradicts it
   */
  int append(StepActivations activations) {
    if (!activations.shape().equals(shape)) {
      throw new IllegalArgumentException("expected " + shape + ", got " + activations.shape());
    }
    formats.add(activations.format());
    rows.add(file(activations.format()).append(activations.plain().data()));
    return rows.size() - 1;
  }

  /** Reads the activations of a number into {@code into}, {@code [layers * hidden]}. */
  void read(int number, float[] into) {
    NumberFormat format = formats.get(number);
    byte[] buffer = buffers.computeIfAbsent(format, f -> new byte[bytes(f)]);
    file(format).read(rows.get(number), buffer);
    new StepActivations(shape, format, buffer).decode(into);
  }

  CaptureShape shape() {
    return shape;
  }

  @Override
  public void close() {
    files.values().forEach(RowFile::close);
  }

  private RowFile file(NumberFormat format) {
    return files.computeIfAbsent(
        format,
        f -> RowFile.create(directory.resolve(f.name().toLowerCase(Locale.ROOT)), bytes(f)));
  }

  private int bytes(NumberFormat format) {
    return Math.toIntExact(format.bytes(shape.size()));
  }
}
