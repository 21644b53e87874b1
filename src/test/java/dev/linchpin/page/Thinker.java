package dev.linchpin.page;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A cluster with two probes, and a model that thinks whatever it is told to. */
final class Thinker implements AutoCloseable {
  static final ProbeId CHAMPION = new ProbeId(TinyModel.NAME, "layerwise", 1);
  static final ProbeId CHALLENGER = new ProbeId(TinyModel.NAME, "layerwise", 2);

  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;
  private final LiveTopics topics;

  Thinker(Path folder) throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    topics = new LiveTopics(kafka, registry, "");
    Cluster cluster = new Cluster(topics.client, topics.topics);
    Instant now = Instant.now();
    try (ProbeCatalogue probes = new ProbeCatalogue(cluster, Clock.systemUTC())) {
      probes.publishChampion(release(CHAMPION, ProbeLifecycle.firstChampion(now)));
      probes.publishChallenger(release(CHALLENGER, ProbeLifecycle.challenger(now, 1)));
    }
  }

  /** Where it is, as arguments of the program. */
  String[] addresses() {
    return new String[] {
      "--bootstrap-servers", kafka.bootstrapServers(), "--schema-registry-url", registry.url()
    };
  }

  /** The topics of its cluster. */
  LiveTopics topics() {
    return topics;
  }

  void begin(String chainId, String prompt) {
    topics.send(topics.topics.chains(), chainId, TinyModel.started(chainId, prompt));
  }

  /** A step whose score is the logistic function of {@code logit}. */
  void step(String chainId, int index, String text, float logit) {
    Instant now = Instant.now();
    StepRef step = new StepRef(chainId, index);
    topics.send(topics.topics.steps(), chainId, TinyModel.completed(step, text, now));
    topics.send(topics.topics.activations(), chainId, TinyModel.captured(step, logit, now));
  }

  void finish(String chainId, int steps, String answer) {
    topics.send(topics.topics.chains(), chainId, TinyModel.finished(chainId, steps, answer));
  }

  @Override
  public void close() {
    topics.close();
    registry.close();
    kafka.close();
  }

  private static ProbeRelease release(ProbeId id, ProbeLifecycle life) {
    return new ProbeRelease(
        id,
        TinyModel.FINGERPRINT,
        ProbeInput.layerwise(TinyModel.SHAPE),
        new LinearProbe(new float[] {1, 1}, 0),
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of("auroc", 0.9),
        Optional.empty(),
        life);
  }
}
