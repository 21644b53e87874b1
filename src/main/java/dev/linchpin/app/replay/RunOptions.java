package dev.linchpin.app.replay;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.replay.ProbeChoice;
import dev.linchpin.replay.RangeRequest;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Mixin;

/** Options that say what a run is. */
final class RunOptions {
  @Mixin private RangeOptions range;

  @Mixin private ProbeChoiceOption probe;

  private RangeRequest request;
  private ProbeChoice choice;
  private Set<String> chains;

  /** Reads what can be read before the cluster is asked, and gives the range. */
  RangeRequest check() {
    choice = probe.choice();
    chains = range.chains();
    request = range.request();
    return request;
  }

  /** Makes the run. */
  ReplayRequested define(
      Cluster where, ReplayRuns runs, String name, Instant now, OptionalDouble pace) {
    List<ProbeRelease> probes = probes(where);
    ReplayRequested run =
        new ReplayRequested(
            name,
            now,
            runs.ranges(request),
            chains,
            range.model(),
            request.from(),
            request.until(),
            probes.stream().map(release -> release.id().key()).toList(),
            pace,
            false);
    runs.define(run, probes);
    return run;
  }

  private List<ProbeRelease> probes(Cluster where) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
      return choice.releases(catalogue, range.model());
    }
  }
}
