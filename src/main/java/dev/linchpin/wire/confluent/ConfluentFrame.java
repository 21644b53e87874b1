package dev.linchpin.wire.confluent;

import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** The Confluent format: a zero byte, the schema id (4 bytes, big-endian), the Avro record. */
final class ConfluentFrame {

  /** Bytes before the record. */
  static final int HEADER = 1 + Integer.BYTES;

  private ConfluentFrame() {}

  /** Writes twice, first to count: so the one array is exact, and a tensor is copied once. */
  static <T> byte[] encode(int schemaId, T record, DatumWriter<T> writer) {
    CountingStream counter = new CountingStream();
    write(record, writer, counter);
    ByteBuffer frame = ByteBuffer.allocate(Math.addExact(HEADER, counter.count));
    frame.put((byte) 0).putInt(schemaId);
    write(record, writer, new BufferStream(frame));
    return frame.array();
  }

  /**
   * The schema id of a framed record.
   *
   * @throws UndecodableRecordException when it is not framed
   */
  static int schemaId(ByteBuffer frame) {
    if (!frame.hasRemaining()) {
      throw new UndecodableRecordException(Reason.EMPTY, "expected a record, got no bytes");
    }
    byte first = frame.get(frame.position());
    if (frame.remaining() < HEADER || first != 0) {
      throw new UndecodableRecordException(
          Reason.NOT_CONFLUENT_FORMAT,
          "expected a zero byte and a schema id, got "
              + frame.remaining()
              + " bytes that begin with "
              + first);
    }
    return frame.getInt(frame.position() + 1);
  }

  private static <T> void write(T record, DatumWriter<T> writer, OutputStream to) {
    try {
      writer.write(record, EncoderFactory.get().directBinaryEncoder(to, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class CountingStream extends OutputStream {
    private int count;

    @Override
    public void write(int value) {
      count = Math.addExact(count, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count = Math.addExact(count, length);
    }
  }

  private static final class BufferStream extends OutputStream {
    private final ByteBuffer buffer;

    BufferStream(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public void write(int value) {
      buffer.put((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      buffer.put(bytes, offset, length);
    }
  }
}
