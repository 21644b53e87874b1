package dev.linchpin.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How values of one type are written where only one topology reads them: its stores and its
 * internal topics. Those do not depend on a registry, so that state can be read whatever is away.
 * The first byte is the version of the form.
 */
public interface BinaryForm<V> {
  /** Of every form so far. */
  byte VERSION = 1;

  /** Writes a value after the version. */
  void write(V value, DataOutputStream out) throws IOException;

  /** Reads it back. */
  V read(DataInputStream in) throws IOException;

  /** A serde of this form; null is null on both sides. */
  default Serde<V> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : bytes(value),
        (topic, bytes) -> bytes == null ? null : value(bytes));
  }

  private byte[] bytes(V value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private V value(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IOException("expected state of version " + VERSION + ", got " + version);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
