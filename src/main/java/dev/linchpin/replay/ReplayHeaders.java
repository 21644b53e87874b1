package dev.linchpin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.LogAddress;
import org.apache.kafka.common.header.Headers;

/** What a replayed record says of itself, as UTF-8 text in its headers. */
public final class ReplayHeaders {
  /** Name of the run. */
  public static final String RUN = "linchpin.replay.run";

  /** Partition of the record that was replayed. */
  public static final String PARTITION = "linchpin.replay.source-partition";

  /** Its offset. */
  public static final String OFFSET = "linchpin.replay.source-offset";

  private ReplayHeaders() {}

  static void writeTo(Headers headers, String run, LogAddress source) {
    put(headers, RUN, run);
    put(headers, PARTITION, Integer.toString(source.partition()));
    put(headers, OFFSET, Long.toString(source.offset()));
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
