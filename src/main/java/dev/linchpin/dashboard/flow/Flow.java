package dev.linchpin.dashboard.flow;

import dev.linchpin.dashboard.http.Part;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The part of the dashboard that watches how records flow. */
@ApplicationScoped
public class Flow {
  private final LeadTimeWindow leadTimes = new LeadTimeWindow();
  private final Part<FlowWatch> part = new Part<>("the watch on the flow of records");

  /**
   * Begins to watch; returns at once, also while the cluster is away.
   *
   * @param cluster whose records flow
   * @param clock says when
   * @param instances of this application, asked with every request
   */
  public void start(Cluster cluster, InstantSource clock, Supplier<List<Instance>> instances) {
    part.set(new FlowWatch(cluster, clock, leadTimes, instances));
  }

  /** Ends what it began. */
  public void stop() {
    Optional.ofNullable(part.clear()).ifPresent(FlowWatch::close);
  }

  /** Takes lead times, from whoever follows the live topics. */
  public LeadTimeWindow leadTimes() {
    return leadTimes;
  }

  /**
   * What is known now.
   *
   * @throws dev.linchpin.dashboard.http.ProblemException with 503 while nothing is
   */
  public FlowReport report() {
    return part.get().report();
  }
}
