package dev.linchpin.scoring;

import dev.linchpin.wire.LogAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A record of the {@code activations} topic before anyone has looked into it.
 *
 * @param key as it came, null for none
 * @param value as it came: a view, good until the next poll
 * @param timestamp the record's own time
 * @param address where it lies
 */
record RawStep(byte[] key, Optional<ByteBuffer> value, Instant timestamp, LogAddress address) {

  /** A copy of the value, null for none. */
  byte[] original() {
    if (value.isEmpty()) {
      return null;
    }
    byte[] copy = new byte[value.get().remaining()];
    value.get().duplicate().get(copy);
    return copy;
  }
}
