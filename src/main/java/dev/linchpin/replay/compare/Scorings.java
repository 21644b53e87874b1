package dev.linchpin.replay.compare;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.replay.RefusedReplayException;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.StepScored;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the scores of a run, or those that were given live. */
public final class Scorings {
  private final Cluster cluster;
  private final ReplayRuns runs;
  private final ScoreReader reader;

  /** Of a cluster. */
  public Scorings(Cluster cluster, ReplayRuns runs) {
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
  public Map<StepRef, StepScored> of(
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

  /**
   * Holds two sources against each other.
   *
   * @param first a run, or {@link ReplayTopics#LIVE}; live scores are those in the other's range
   * @param second another of these
   * @param liveProbe key of the probe whose live scores they are; empty for the one that flagged
   * @param worst how many of the steps that differ most are wanted
   * @throws RefusedReplayException if there is no such run, or both are the same
   */
  public ComparedSources compare(
      String first, String second, Optional<String> liveProbe, int worst) {
    if (first.equals(second)) {
      throw new RefusedReplayException(
          "expected two different runs, or a run and live, got " + first + " twice");
    }
    Map<StepRef, StepScored> before = scores(first, second, liveProbe);
    Map<StepRef, StepScored> after = scores(second, first, liveProbe);
    Set<StepRef> both = new HashSet<>(before.keySet());
    both.retainAll(after.keySet());
    Comparison comparison = Comparison.of(before, after, reader.labels(both));
    List<Pair> extremes = comparison.worst(worst);
    Map<StepRef, String> texts = reader.texts(extremes.stream().map(Pair::step).toList());
    return new ComparedSources(first, second, comparison, extremes, texts);
  }

  /** What reads them. */
  public ScoreReader reader() {
    return reader;
  }

  private Map<StepRef, StepScored> scores(String source, String other, Optional<String> liveProbe) {
    boolean live = source.equals(ReplayTopics.LIVE);
    Optional<ReplayRequested> within = live ? run(other) : Optional.empty();
    return of(source, live ? liveProbe : Optional.empty(), within);
  }

  /** The run of a name; empty for {@link ReplayTopics#LIVE}. */
  private Optional<ReplayRequested> run(String source) {
    return source.equals(ReplayTopics.LIVE) ? Optional.empty() : Optional.of(runs.get(source));
  }
}
