package dev.linchpin.dashboard.quality;

import dev.linchpin.log.Start;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.log.ValueReader;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ProbeEvaluated;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the evaluations of one cluster. */
final class QualityWatch implements AutoCloseable {
  private final EvaluationBook book = new EvaluationBook();
  private final PublishedProbes probes;
  private final Consumer<ProbeId> evaluated;
  private final TopicFollower follower;

  /**
   * A watch that follows from now on.
   *
   * @param evaluated told of each evaluation that comes after those that were there before
   */
  QualityWatch(Cluster cluster, InstantSource clock, Consumer<ProbeId> evaluated) {
    this.probes = new PublishedProbes(cluster, clock);
    this.evaluated = evaluated;
    this.follower =
        ValueReader.follow(
            cluster,
            cluster.topics().evaluations(),
            Start.BEGINNING,
            entry -> entry.value().ifPresent(book::note),
            entry -> entry.value().ifPresent(this::take));
  }

  /** What is known now. */
  QualityReport report(Optional<String> model) {
    return QualityReport.of(probes.heads(), book, model);
  }

  @Override
  public void close() {
    follower.close();
    probes.close();
  }

  private void take(ProbeEvaluated evaluation) {
    book.note(evaluation);
    evaluated.accept(evaluation.probe());
  }
}
