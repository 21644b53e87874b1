package dev.linchpin.dashboard.quality;

import dev.linchpin.dashboard.http.Part;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The part of the dashboard that follows how good the probes are. */
@ApplicationScoped
public class Quality {
  private final Part<QualityWatch> part = new Part<>("the watch on quality");
  private final List<Consumer<ProbeId>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Begins to follow; returns at once, also while the cluster is away.
   *
   * @param cluster whose evaluations these are
   * @param clock says when the published probes have to be read again
   */
  public void start(Cluster cluster, InstantSource clock) {
    part.set(new QualityWatch(cluster, clock, this::tell));
  }

  /** Ends what it began. */
  public void stop() {
    Optional.ofNullable(part.clear()).ifPresent(QualityWatch::close);
  }

  /** Has a listener told of each new evaluation, in the follower's thread: it must not wait. */
  public void onEvaluated(Consumer<ProbeId> listener) {
    listeners.add(listener);
  }

  /**
   * What is known now.
   *
   * @param model only this one's probes; empty for all
   * @throws dev.linchpin.dashboard.http.ProblemException with 503 while it does not run
   * @throws org.apache.kafka.common.KafkaException when the published probes were never read and
   *     the cluster does not answer
   */
  public QualityReport report(Optional<String> model) {
    return part.get().report(model);
  }

  private void tell(ProbeId probe) {
    listeners.forEach(listener -> listener.accept(probe));
  }
}
