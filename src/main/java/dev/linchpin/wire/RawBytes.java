package dev.linchpin.wire;

import java.util.List;

/** Bytes as they are. */
public record RawBytes() implements ValueType<byte[]> {
  @Override
  public List<String> records() {
    return List.of("original bytes");
  }

  @Override
  public String recordOf(byte[] value) {
    return records().get(0);
  }
}
