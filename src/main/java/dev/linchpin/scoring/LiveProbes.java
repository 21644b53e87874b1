package dev.linchpin.scoring;

import static java.util.Comparator.comparing;

import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The probes in force at one moment, immutable. The log decides: what was published last of a
 * version replaces what was there; a retired probe is none.
 */
final class LiveProbes {
  /** No probe for any model. */
  static final LiveProbes NONE = new LiveProbes(Map.of());

  private static final Comparator<PackedRelease> CHAMPIONS_FIRST =
      comparing((PackedRelease probe) -> probe.status() == ProbeStatus.CHAMPION)
          .thenComparing(LiveProbes::since)
          .thenComparing(probe -> probe.id().version())
          .thenComparing(probe -> probe.id().name())
          .reversed();

  private final Map<String, PackedRelease> byKey;

  private LiveProbes(Map<String, PackedRelease> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  /** These probes with {@code release} in the place of its predecessor. */
  LiveProbes with(ProbeRelease release) {
    if (release.status() == ProbeStatus.RETIRED) {
      return without(release.id().key());
    }
    Map<String, PackedRelease> next = new HashMap<>(byKey);
    next.put(release.id().key(), PackedRelease.of(release));
    return new LiveProbes(next);
  }

  /** These probes without the one published under {@code key}. */
  LiveProbes without(String key) {
    Map<String, PackedRelease> next = new HashMap<>(byKey);
    next.remove(key);
    return new LiveProbes(next);
  }

  /**
   * The probes of a model, champions before challengers, latest first. Among several champions the
   * one promoted last flags, so that a successor takes over the moment it is published, before its
   * predecessor is retired. The order is total: every instance chooses the same.
   */
  List<PackedRelease> of(String model) {
    return byKey.values().stream()
        .filter(probe -> probe.id().model().equals(model))
        .sorted(CHAMPIONS_FIRST)
        .toList();
  }

  private static Instant since(PackedRelease probe) {
    return probe.lifecycle().championSince().orElse(probe.lifecycle().trainedAt());
  }
}
