package dev.linchpin.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** Parts of binary forms. */
public final class BinaryParts {
  private BinaryParts() {}

  /** Of any length, unlike {@code writeUTF}. */
  public static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("expected " + length + " bytes of text, got " + bytes.length);
    }
    return new String(bytes, UTF_8);
  }

  /** To the microsecond, as on the wire. */
  public static void writeTime(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  /** Reads what {@link #writeTime} wrote. */
  public static Instant readTime(DataInputStream in) throws IOException {
    return Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
  }

  /** A figure that may be undefined. */
  public static void writeFigure(OptionalDouble figure, DataOutputStream out) throws IOException {
    out.writeBoolean(figure.isPresent());
    out.writeDouble(figure.orElse(0));
  }

  /** Reads what {@link #writeFigure} wrote. */
  public static OptionalDouble readFigure(DataInputStream in) throws IOException {
    boolean present = in.readBoolean();
    double value = in.readDouble();
    return present ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** By name, so that a constant may move. */
  public static void writeName(Enum<?> constant, DataOutputStream out) throws IOException {
    writeText(constant.name(), out);
  }

  /** Reads what {@link #writeName} wrote. */
  public static <E extends Enum<E>> E readName(Class<E> type, DataInputStream in)
      throws IOException {
    return Enum.valueOf(type, readText(in));
  }

  /** Writes a part. */
  @FunctionalInterface
  public interface Writer<V> {
    void write(V value, DataOutputStream out) throws IOException;
  }

  /** Reads a part. */
  @FunctionalInterface
  public interface Reader<V> {
    V read(DataInputStream in) throws IOException;
  }

  /** What may be missing. */
  public static <V> void writeOptional(
      Optional<V> value, Writer<? super V> writer, DataOutputStream out) throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writer.write(value.get(), out);
    }
  }

  /** Reads what {@link #writeOptional} wrote. */
  public static <V> Optional<V> readOptional(Reader<V> reader, DataInputStream in)
      throws IOException {
    return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
  }
}
