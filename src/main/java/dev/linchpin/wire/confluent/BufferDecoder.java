package dev.linchpin.wire.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro binary from a buffer. Every length is checked against the bytes that remain before
 * anything is allocated, and {@code bytes} come out as a view, not as a copy.
 */
final class BufferDecoder extends Decoder {

  private final ByteBuffer in;

  /** Reads {@code bytes} from {@code offset} on, and leaves their position where it is. */
  BufferDecoder(ByteBuffer bytes, int offset) {
    this.in = bytes.slice(bytes.position() + offset, bytes.remaining() - offset);
    in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes not yet read. */
  int remaining() {
    return in.remaining();
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    return nextByte() == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if ((int) value != value) {
      throw new AvroRuntimeException("expected an int, got " + value);
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long zigzag = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = nextByte();
      zigzag |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    throw new AvroRuntimeException("expected a long, got more than 10 bytes");
  }

  @Override
  public float readFloat() throws IOException {
    return require(Float.BYTES).getFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return require(Double.BYTES).getDouble();
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    return UTF_8.decode(view(readLength())).toString();
  }

  @Override
  public void skipString() throws IOException {
    view(readLength());
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    return view(readLength());
  }

  @Override
  public void skipBytes() throws IOException {
    view(readLength());
  }

  @Override
  public void readFixed(byte[] bytes, int start, int length) throws IOException {
    require(length).get(bytes, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    view(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return readBlock();
  }

  @Override
  public long arrayNext() throws IOException {
    return readBlock();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return readBlock();
  }

  @Override
  public long mapNext() throws IOException {
    return readBlock();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  /** Items of a block; a negative number is followed by the block's bytes. */
  private long readBlock() throws IOException {
    long items = readLong();
    if (items < 0) {
      readLong();
      items = -items;
    }
    return checked(items);
  }

  /** Passes over blocks that say their bytes; the items of one that does not are for the caller. */
  private long skipBlocks() throws IOException {
    long items = readLong();
    while (items < 0) {
      view(readLength());
      items = readLong();
    }
    return checked(items);
  }

  private int readLength() throws IOException {
    return (int) checked(readLong());
  }

  private long checked(long length) throws IOException {
    if (length < 0) {
      throw new AvroRuntimeException("expected a length, got " + length);
    }
    if (length > in.remaining()) {
      throw new EOFException("expected " + length + " more bytes, got " + in.remaining());
    }
    return length;
  }

  private ByteBuffer view(int length) throws IOException {
    require(length);
    ByteBuffer view = in.slice(in.position(), length);
    in.position(in.position() + length);
    return view;
  }

  private ByteBuffer require(int length) throws IOException {
    checked(length);
    return in;
  }

  private byte nextByte() throws IOException {
    try {
      return in.get();
    } catch (BufferUnderflowException e) {
      throw (EOFException) new EOFException("expected another byte, got none").initCause(e);
    }
  }
}
