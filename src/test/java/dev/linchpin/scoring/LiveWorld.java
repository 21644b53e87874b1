package dev.linchpin.scoring;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import java.time.Clock;

/** Monitors on a real broker. */
final class LiveWorld extends LiveTopics {

  LiveWorld(EmbeddedKafka kafka, EmbeddedRegistry registry, String prefix) throws Exception {
    super(kafka, registry, prefix);
  }

  ScoringSettings settings() {
    return new ScoringSettings(topics.prefix() + "monitor", client, 1);
  }

  Monitor startMonitor() throws InterruptedException {
    Monitor monitor = new Monitor(settings(), topics, meters, Clock.systemUTC());
    monitor.start();
    monitor.awaitRunning(PATIENCE);
    return monitor;
  }

  void publish(ProbeRelease probe) {
    send(topics.probes(), probe.id().key(), bytes(topics.probes(), probe));
  }

  void capture(ActivationsCaptured step) {
    send(topics.activations(), step.step().chainId(), bytes(topics.activations(), step));
  }
}
