package dev.linchpin.ablation;

import dev.linchpin.node.NodeNames;
import dev.linchpin.wire.ChainAblated.Settings;
import java.time.Duration;
import java.util.Locale;

/**
 * How a worker works.
 *
 * @param group workers of one group share the chains; a group asks one model in one way
 * @param threads chains taken apart at once, at least 1
 * @param patience how long nothing may be heard of an unfinished chain before it is given up
 * @param name what the worker calls itself in its reports
 */
public record WorkerSettings(String group, int threads, Duration patience, String name) {
  /** Longer than any model takes for a step. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

  private static final int FINGERPRINT_DIGITS = 12;

  public WorkerSettings {
    if (group.isBlank() || threads < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "expected a group, at least 1 thread and some patience, got '%s', %d and %s"
              .formatted(group, threads, patience));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name of the worker, got a blank one");
    }
  }

  /** Of a worker that is named by its host. */
  public WorkerSettings(String group, int threads, Duration patience) {
    this(group, threads, patience, NodeNames.ofThisHost());
  }

  /**
   * The group of all workers that ask the same model in the same way; workers of other models or
   * ways must not take their chains away.
   */
  public static String defaultGroup(String modelFingerprint, Settings settings) {
    int digits = Math.min(FINGERPRINT_DIGITS, modelFingerprint.length());
    return String.join(
            ".",
            "linchpin-ablate",
            modelFingerprint.substring(0, digits),
            settings.method().name(),
            settings.measure().name())
        .toLowerCase(Locale.ROOT);
  }
}
