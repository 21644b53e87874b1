package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static java.util.stream.Collectors.toMap;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Labellers on a real broker, and chains of two steps, scored by two probes. */
final class LiveLabels extends LiveTopics {
  static final int STEPS = 2;

  LiveLabels(EmbeddedKafka kafka, EmbeddedRegistry registry, String prefix) throws Exception {
    super(kafka, registry, prefix);
  }

  LabellingSettings settings(Path stateDir) {
    client.put("state.dir", stateDir.toString());
    return settings(topics.prefix(), client);
  }

  static LabellingSettings settings(String prefix, Map<String, String> client) {
    return new LabellingSettings(prefix + "labels", client, 1, LabellingRules.DEFAULT);
  }

  Labeller startLabeller(Path stateDir, MeterRegistry registry) throws InterruptedException {
    Labeller labeller = new Labeller(settings(stateDir), topics, registry, Clock.systemUTC());
    labeller.start();
    labeller.awaitRunning(PATIENCE);
    return labeller;
  }

  /** Scores of chains by their number, each given twice. */
  void score(int from, int to) {
    for (int chain = from; chain < to; chain++) {
      for (int step = 0; step < STEPS; step++) {
        send(scored(name(chain), step, MAIN, (chain + step) % 10 / 10.0));
        send(scored(name(chain), step, MAIN, (chain + step) % 10 / 10.0));
        send(scored(name(chain), step, SHADOW, 0.5));
      }
    }
  }

  /** Ablations of chains by their number, each given twice. */
  void ablate(int from, int to) {
    for (int chain = from; chain < to; chain++) {
      send(topics.ablations(), name(chain), ablated(name(chain), IMPORTANT, REMOVABLE));
      send(topics.ablations(), name(chain), ablated(name(chain), IMPORTANT, REMOVABLE));
    }
  }

  /** Every label as soon as the last ones of so many chains hold both probes' scores. */
  List<StepLabelled> labelsOf(long chains) {
    return valuesUntil(
        topics.labels(),
        all -> all.stream().filter(label -> label.scores().size() == 2).count() == chains * STEPS);
  }

  /** The last evaluations of both probes as soon as they have seen the labels of so many chains. */
  Map<ProbeId, ProbeEvaluated> evaluationsOf(long chains) {
    return last(
        valuesUntil(
            topics.evaluations(),
            all ->
                last(all).values().stream()
                        .filter(evaluated -> evaluated.labels() >= chains * STEPS)
                        .count()
                    == 2));
  }

  private void send(StepScored score) {
    send(topics.scores(), score.step().chainId(), score);
  }

  private static Map<ProbeId, ProbeEvaluated> last(List<ProbeEvaluated> all) {
    return all.stream().collect(toMap(ProbeEvaluated::probe, e -> e, (a, b) -> b));
  }

  private static String name(int chain) {
    return "chain-" + chain;
  }
}
