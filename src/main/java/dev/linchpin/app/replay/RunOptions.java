package dev.linchpin.app.replay;

import dev.linchpin.replay.ProbeChoice;
import dev.linchpin.replay.RangeRequest;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.RunOrder;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Instant;
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
    return new RunOrder(request, chains, range.model(), choice, pace)
        .define(where, runs, name, now);
  }
}
