package dev.linchpin.probe;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a probe stands.
 *
 * @param status its part on the live stream
 * @param trainedAt when training ended
 * @param parentVersion the version it succeeds
 * @param championSince when it last became the champion, if it ever did and it is known
 */
public record ProbeLifecycle(
    ProbeStatus status,
    Instant trainedAt,
    Optional<Integer> parentVersion,
    Optional<Instant> championSince) {
  public ProbeLifecycle {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(trainedAt, "trainedAt");
  }

  /** A champion from the moment it was trained, without a parent. */
  public static ProbeLifecycle firstChampion(Instant trainedAt) {
    return new ProbeLifecycle(
        ProbeStatus.CHAMPION, trainedAt, Optional.empty(), Optional.of(trainedAt));
  }

  /** A challenger of a version. */
  public static ProbeLifecycle challenger(Instant trainedAt, int parentVersion) {
    return new ProbeLifecycle(
        ProbeStatus.CHALLENGER, trainedAt, Optional.of(parentVersion), Optional.empty());
  }

  /** The champion from {@code now} on. */
  public ProbeLifecycle promoted(Instant now) {
    return new ProbeLifecycle(ProbeStatus.CHAMPION, trainedAt, parentVersion, Optional.of(now));
  }

  /** Out of use; remembers that it was a champion. */
  public ProbeLifecycle retired() {
    return new ProbeLifecycle(ProbeStatus.RETIRED, trainedAt, parentVersion, championSince);
  }
}
