package dev.linchpin.dashboard.quality;

import static java.util.Comparator.comparing;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.ProbeEvaluated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every probe version's evaluations: the latest whole, the earlier ones as points. Of more versions
 * than are kept, the one that was evaluated longest ago is forgotten. Thread-safe.
 */
final class EvaluationBook {
  /** Points of a version. */
  static final int MOST_POINTS = 500;

  /** Versions. */
  static final int MOST_PROBES = 50;

  private final Map<ProbeId, Evaluated> probes = new HashMap<>();

  /** What is known of a version. */
  private static final class Evaluated {
    private final History<QualityPoint> history = new History<>(MOST_POINTS, QualityPoint::at);
    private ProbeEvaluated latest;

    void add(ProbeEvaluated evaluated) {
      history.add(QualityPoint.of(evaluated));
      latest = evaluated;
    }
  }

  /** Notes the newest evaluation of a version. */
  synchronized void note(ProbeEvaluated evaluated) {
    probes.computeIfAbsent(evaluated.probe(), unused -> new Evaluated()).add(evaluated);
    if (probes.size() > MOST_PROBES) {
      probes.values().stream()
          .map(probe -> probe.latest)
          .min(comparing(ProbeEvaluated::evaluatedAt))
          .ifPresent(oldest -> probes.remove(oldest.probe()));
    }
  }

  /** The versions that were evaluated. */
  synchronized Set<ProbeId> probes() {
    return Set.copyOf(probes.keySet());
  }

  /** The latest evaluation of a version. */
  synchronized Optional<Evaluation> latest(ProbeId probe) {
    return Optional.ofNullable(probes.get(probe)).map(known -> Evaluation.of(known.latest));
  }

  /** A version's evaluations over time, newest last. */
  synchronized List<QualityPoint> history(ProbeId probe) {
    return Optional.ofNullable(probes.get(probe))
        .map(known -> known.history.points())
        .orElse(List.of());
  }
}
