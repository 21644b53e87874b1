package dev.linchpin.page;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
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
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A cluster with two probes, and a model that thinks whatever it is told to. */
final class Thinker implements AutoCloseable {
  static final ProbeId CHAMPION = new ProbeId("tiny", "layerwise", 1);
  static final ProbeId CHALLENGER = new ProbeId("tiny", "layerwise", 2);

  private static final CaptureShape SHAPE = new CaptureShape(2, 1, Pooling.MEAN);
  private static final String FINGERPRINT = "f00d";

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

  void begin(String chainId, String prompt) {
    topics.send(
        topics.topics.chains(),
        chainId,
        new ChainStarted(
            chainId,
            Optional.empty(),
            "tiny",
            FINGERPRINT,
            prompt,
            Optional.empty(),
            new SamplingSettings(0.6, 0.95, 100, 1),
            Instant.now()));
  }

  /** A step whose score is the logistic function of {@code logit}. */
  void step(String chainId, int index, String text, float logit) {
    Instant now = Instant.now();
    StepRef step = new StepRef(chainId, index);
    topics.send(
        topics.topics.steps(),
        chainId,
        new StepCompleted(step, Optional.of(text), index, index + 1, now, now, -0.1));
    topics.send(
        topics.topics.activations(),
        chainId,
        new ActivationsCaptured(
            step,
            "tiny",
            FINGERPRINT,
            now,
            StepActivations.encode(SHAPE, NumberFormat.F32, new float[] {logit, 0})));
  }

  void finish(String chainId, int steps, String answer) {
    topics.send(
        topics.topics.chains(),
        chainId,
        new ChainFinished(
            chainId,
            ChainFinished.FinishReason.STOP,
            answer,
            Optional.empty(),
            steps,
            1,
            steps,
            Instant.now()));
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
        FINGERPRINT,
        ProbeInput.layerwise(SHAPE),
        new LinearProbe(new float[] {1, 1}, 0),
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of("auroc", 0.9),
        Optional.empty(),
        life);
  }
}
