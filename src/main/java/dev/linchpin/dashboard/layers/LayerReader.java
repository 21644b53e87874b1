package dev.linchpin.dashboard.layers;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.dashboard.chain.ChainView;
import dev.linchpin.dashboard.chain.ScoreView;
import dev.linchpin.dashboard.chain.StepView;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.log.AddressReader;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads activations of chains and holds them against a probe. Safe for several threads. */
final class LayerReader implements AutoCloseable {
  private static final int MOST_STEPS = 300;

  private final ProbeCatalogue probes;
  private final AddressReader<ActivationsEvent> activations;

  /** A reader that fails when the cluster is away. */
  LayerReader(Cluster cluster) {
    Patience none = Patience.until(() -> true);
    probes = new ProbeCatalogue(cluster, Clock.systemUTC());
    activations = new AddressReader<>(cluster, cluster.topics().activations(), none);
  }

  /**
   * The map of a chain.
   *
   * @param probe key of the probe; empty for the champion of the chain's model
   * @throws ProblemException with 404 where there is no such probe
   */
  synchronized LayerMap read(ChainView chain, Optional<String> probe) {
    ProbeHeads heads = probes.read();
    ProbeHead head =
        probe
            .map(key -> find(heads, key))
            .orElseGet(() -> chain.model().flatMap(heads::champion))
            .orElseThrow(() -> ProblemException.notFound("there is no such probe"));
    ProbeRelease release = probes.release(head);
    List<Integer> indices = new ArrayList<>();
    List<LogAddress> addresses = new ArrayList<>();
    LayerSink sink = new LayerSink(release, indices);
    for (StepView step : chain.steps().stream().limit(MOST_STEPS).toList()) {
      Optional<ScoreView> score = step.scores().stream().findFirst();
      if (score.isPresent()) {
        indices.add(step.index());
        addresses.add(score.get().activations());
      } else {
        sink.missing(step.index(), LayerMap.Reason.NOT_SCORED);
      }
    }
    activations.read(addresses, sink);
    return sink.map();
  }

  private static Optional<ProbeHead> find(ProbeHeads heads, String key) {
    return heads.all().stream().filter(head -> head.id().key().equals(key)).findFirst();
  }

  @Override
  public synchronized void close() {
    activations.close();
    probes.close();
  }
}
