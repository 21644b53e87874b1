package dev.linchpin.scoring;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Keeps views of the values of one poll, so that a tensor is never copied out of the bytes that the
 * network brought. The consumer gets a value's number in its place.
 */
final class ValueViews implements Deserializer<byte[]> {
  private final List<ByteBuffer> views = new ArrayList<>();

  @Override
  public byte[] deserialize(String topic, byte[] value) {
    return keep(ByteBuffer.wrap(value));
  }

  @Override
  public byte[] deserialize(String topic, Headers headers, ByteBuffer value) {
    return keep(value.slice());
  }

  private byte[] keep(ByteBuffer view) {
    views.add(view);
    return ByteBuffer.allocate(Integer.BYTES).putInt(views.size() - 1).array();
  }

  /** The value of a number that {@code deserialize} gave. */
  ByteBuffer view(byte[] number) {
    return views.get(ByteBuffer.wrap(number).getInt());
  }

  /** Forgets all views. */
  void clear() {
    views.clear();
  }
}
