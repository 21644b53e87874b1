package dev.linchpin.alerting;

import java.time.Instant;
import java.util.TreeMap;

/**
 * Dead letters of the last minute, to the second, by when they were read. In memory only: after a
 * restart it counts from 0.
 */
final class LetterCount {
  private static final long SECONDS = 60;

  private final TreeMap<Long, Integer> bySecond = new TreeMap<>();

  /** One more. */
  void add(Instant now) {
    bySecond.merge(now.getEpochSecond(), 1, Integer::sum);
  }

  /** How many. */
  int count(Instant now) {
    bySecond.headMap(now.getEpochSecond() - SECONDS, true).clear();
    return bySecond.values().stream().mapToInt(Integer::intValue).sum();
  }
}
