package dev.linchpin.activation;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/** {@link Packing#SHUFFLED_ZSTD} and back. */
final class ShuffledZstd {
  private static final int LEVEL = 1;

  private ShuffledZstd() {}

  /**
   * Packs a tensor.
   *
   * @param plain on the heap
   * @param values how many
   */
  static byte[] pack(ByteBuffer plain, NumberFormat format, int values) {
    byte[] shuffled = new byte[plain.remaining()];
    int scales = Math.toIntExact(format.scales(values));
    shuffle(plain, 0, values, format.width(), shuffled);
    shuffle(plain, values * format.width(), scales, Float.BYTES, shuffled);
    return Zstd.compress(shuffled, LEVEL);
  }

  /**
   * The tensor of a frame.
   *
   * @param packed on the heap
   * @throws IllegalArgumentException if it is not a frame of the tensor's length
   */
  static byte[] unpack(ByteBuffer packed, NumberFormat format, int values) {
    byte[] shuffled = inflate(packed, Math.toIntExact(format.bytes(values)));
    byte[] plain = new byte[shuffled.length];
    int scales = Math.toIntExact(format.scales(values));
    unshuffle(shuffled, 0, values, format.width(), plain);
    unshuffle(shuffled, values * format.width(), scales, Float.BYTES, plain);
    return plain;
  }

  private static byte[] inflate(ByteBuffer packed, int expected) {
    int from = packed.arrayOffset() + packed.position();
    long stated =
        packed.hasRemaining()
            ? Zstd.getFrameContentSize(packed.array(), from, packed.remaining())
            : -1;
    if (stated != expected) {
      throw new IllegalArgumentException(
          "expected a zstd frame of %d bytes, got %s"
              .formatted(expected, stated < 0 ? "none that states its size" : "one of " + stated));
    }
    byte[] content = new byte[expected];
    try {
      int length = packed.remaining();
      long got = Zstd.decompressByteArray(content, 0, expected, packed.array(), from, length);
      if (got == expected) {
        return content;
      }
      throw new IllegalArgumentException(
          "expected a zstd frame of %d bytes, got only %d".formatted(expected, got));
    } catch (ZstdException e) {
      throw new IllegalArgumentException(
          "expected a zstd frame of %d bytes, got %s".formatted(expected, e.getMessage()), e);
    }
  }

  private static void shuffle(ByteBuffer plain, int from, int count, int width, byte[] into) {
    for (int place = 0; place < width; place++) {
      int target = from + place * count;
      for (int i = 0; i < count; i++) {
        into[target + i] = plain.get(from + i * width + place);
      }
    }
  }

  private static void unshuffle(byte[] shuffled, int from, int count, int width, byte[] into) {
    for (int place = 0; place < width; place++) {
      int source = from + place * count;
      for (int i = 0; i < count; i++) {
        into[from + i * width + place] = shuffled[source + i];
      }
    }
  }
}
