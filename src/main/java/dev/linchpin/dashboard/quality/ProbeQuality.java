package dev.linchpin.dashboard.quality;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import java.util.List;
import java.util.Optional;

/**
 * The quality of a probe version.
 *
 * @param probe its key, model/name/version
 * @param model name of the model that it reads
 * @param name name of the probe
 * @param version from 1
 * @param status what it is now; empty for a version that is not published any longer
 * @param latest the latest evaluation; empty before the first
 * @param history evaluations over time, newest last, thinned
 */
public record ProbeQuality(
    String probe,
    String model,
    String name,
    int version,
    Optional<ProbeStatus> status,
    Optional<Evaluation> latest,
    List<QualityPoint> history) {
  public ProbeQuality {
    history = List.copyOf(history);
  }

  static ProbeQuality of(ProbeId id, Optional<ProbeStatus> status, EvaluationBook book) {
    return new ProbeQuality(
        id.key(), id.model(), id.name(), id.version(), status, book.latest(id), book.history(id));
  }
}
