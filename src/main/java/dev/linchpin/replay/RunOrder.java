package dev.linchpin.replay;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a run is to be.
 *
 * @param range what is read
 * @param chains ids of the chains whose steps are scored; none for all chains
 * @param model name of the model whose steps are scored; empty for all
 * @param probe through which probes
 * @param pace how many times as fast as the steps were captured, over 0; empty for as fast as
 *     possible
 */
public record RunOrder(
    RangeRequest range,
    Set<String> chains,
    Optional<String> model,
    ProbeChoice probe,
    OptionalDouble pace) {
  public RunOrder {
    chains = Set.copyOf(chains);
  }

  /**
   * Makes the run, which then waits for somebody to work on it.
   *
   * @param runs those of the cluster
   * @param name of the run, free
   * @param now when it is asked for
   * @throws RefusedReplayException if it cannot be made
   */
  public ReplayRequested define(Cluster cluster, ReplayRuns runs, String name, Instant now) {
    List<ProbeRelease> probes = probes(cluster, now);
    ReplayRequested run =
        new ReplayRequested(
            name,
            now,
            runs.ranges(range),
            chains,
            model,
            range.from(),
            range.until(),
            probes.stream().map(release -> release.id().key()).toList(),
            pace,
            false);
    runs.define(run, probes);
    return run;
  }

  private List<ProbeRelease> probes(Cluster cluster, Instant now) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster, InstantSource.fixed(now))) {
      return probe.releases(catalogue, model);
    }
  }
}
