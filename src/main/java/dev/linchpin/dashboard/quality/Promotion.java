package dev.linchpin.dashboard.quality;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.probe.ProbeStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A probe version that is or was the champion.
 *
 * @param probe its key, model/name/version
 * @param model name of the model that it reads
 * @param championSince when it last became the champion
 * @param status what it is now
 * @param parent the version that it succeeds
 */
public record Promotion(
    String probe,
    String model,
    Instant championSince,
    ProbeStatus status,
    Optional<Integer> parent) {

  /** Empty for a version that was never a champion. */
  static Optional<Promotion> of(ProbeHead head) {
    return head.lifecycle()
        .championSince()
        .map(
            since ->
                new Promotion(
                    head.id().key(),
                    head.id().model(),
                    since,
                    head.status(),
                    head.lifecycle().parentVersion()));
  }
}
