package dev.linchpin.alerting;

import java.time.Duration;

/**
 * How much the desk keeps. What is quiet for longer is forgotten; an incident about it is over.
 *
 * @param chains most chains, at least 1; beyond, the one that was quiet longest is forgotten
 * @param incidents most incidents, at least 1; beyond, the recovered one that changed least
 *     recently is taken away, or the one that changed least recently at all
 * @param chainQuiet how long a chain may be quiet
 * @param chainGrace how long the last verdicts of a chain that has ended are waited for
 * @param quiet how long a model, a probe or the cluster may be quiet
 */
record DeskLimits(
    int chains, int incidents, Duration chainQuiet, Duration chainGrace, Duration quiet) {
  /** Ten thousand chains, a thousand incidents; ten minutes, five seconds, an hour. */
  static final DeskLimits DEFAULT =
      new DeskLimits(
          10_000, 1_000, Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofHours(1));

  DeskLimits {
    if (chains < 1 || incidents < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 chain and 1 incident, got %d and %d".formatted(chains, incidents));
    }
  }
}
