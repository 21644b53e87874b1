package dev.linchpin.app.replay;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.compare.ScoreReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.StepScored;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the scores of a run, or those that were given live. */
final class Scorings {
  private final Cluster cluster;
  private final ReplayRuns runs;
  private final ScoreReader reader;

  Scorings(Cluster cluster, ReplayRuns runs) {
    this.cluster = cluster;
    this.runs = runs;
    this.reader = new ScoreReader(cluster);
  }

  /**
   * Scores by step.
   *
   * @param source a run, or {@link ReplayTopics#LIVE}
   * @param probe key of the probe; empty for the one that flagged
   * @param within a run whose range live scores must be in
   */
  Map<StepRef, StepScored> of(
      String source, Optional<String> probe, Optional<ReplayRequested> within) {
    Predicate<StepScored> wanted =
        score ->
            probe
                .map(key -> key.equals(score.probe().key()))
                .orElse(score.status() == ProbeStatus.CHAMPION);
    if (source.equals(ReplayTopics.LIVE)) {
      Predicate<StepScored> inRange =
          within.<Predicate<StepScored>>map(run -> run::covers).orElse(score -> true);
      return reader.scores(cluster.topics().scores(), wanted.and(inRange));
    }
    ReplayRequested run = runs.get(source);
    return reader.scores(runs.topics(run).scoring().scores(), wanted);
  }

  /** The run of a name; empty for {@link ReplayTopics#LIVE}. */
  Optional<ReplayRequested> run(String source) {
    return source.equals(ReplayTopics.LIVE) ? Optional.empty() : Optional.of(runs.get(source));
  }

  ScoreReader reader() {
    return reader;
  }
}
