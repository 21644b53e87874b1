package dev.linchpin.wire;

import java.util.Locale;

/** What a broker does with old records. */
public enum Cleanup {
  /** Removes them after the retention. */
  DELETE,
  /** Keeps the last of each key. */
  COMPACT;

  /** Kafka's own name, for {@code cleanup.policy}. */
  String policy() {
    return name().toLowerCase(Locale.ROOT);
  }
}
