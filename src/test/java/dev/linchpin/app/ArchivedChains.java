package dev.linchpin.app;

import static dev.linchpin.wire.SampleEvents.NOW;
import static dev.linchpin.wire.SampleEvents.PROBE;
import static dev.linchpin.wire.SampleEvents.SHAPE;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Chains with all that there can be of them. */
final class ArchivedChains {
  private ArchivedChains() {}

  /**
   * Publishes a chain: four records a step (light, activations, score, label) and five more (start,
   * end, two alerts, ablation). Chains start a second apart, by their first letter.
   *
   * @return where the activations lie, by step
   */
  static List<LogAddress> publish(LiveTopics world, String chain, int steps) {
    Topics topics = world.topics;
    List<LogAddress> addresses = new ArrayList<>();
    world.send(topics.chains(), chain, started(chain));
    for (int i = 0; i < steps; i++) {
      StepRef step = new StepRef(chain, i);
      world.send(topics.steps(), chain, completed(step));
      LogAddress at = world.send(topics.activations(), chain, activations(chain, i));
      addresses.add(at);
      world.send(topics.scores(), chain, scored(step, at));
    }
    StepRef first = new StepRef(chain, 0);
    world.send(topics.lowImportanceAlerts(), chain, flagged(first, Verdict.REMOVABLE));
    world.send(topics.importantAlerts(), chain, flagged(first, Verdict.IMPORTANT));
    world.send(topics.chains(), chain, finished(chain, steps));
    world.send(topics.ablations(), chain, ablated(chain));
    for (int i = 0; i < steps; i++) {
      world.send(topics.labels(), chain, labelled(new StepRef(chain, i), addresses.get(i)));
    }
    return addresses;
  }

  static ChainFinished finished(String chain, int steps) {
    return new ChainFinished(
        chain,
        ChainFinished.FinishReason.STOP,
        "7",
        Optional.of(true),
        steps,
        20,
        64,
        NOW.plusMillis(5));
  }

  static ActivationsCaptured activations(String chain, int step) {
    byte[] data = new byte[12];
    data[0] = (byte) step;
    return new ActivationsCaptured(
        new StepRef(chain, step),
        "tiny",
        "abc123",
        NOW,
        new StepActivations(SHAPE, NumberFormat.BF16, data));
  }

  private static ChainStarted started(String chain) {
    return new ChainStarted(
        chain,
        Optional.empty(),
        "tiny",
        "abc123",
        "what is a ?",
        Optional.of("7"),
        new SamplingSettings(0.6, 0.95, 128, -42L),
        NOW.plusSeconds(chain.charAt(0) - 'a'));
  }

  private static StepCompleted completed(StepRef step) {
    return new StepCompleted(step, Optional.of("a is 7 ."), 20, 26, NOW, NOW.plusMillis(120), -0.1);
  }

  private static StepScored scored(StepRef step, LogAddress at) {
    return new StepScored(
        step,
        PROBE,
        ProbeStatus.CHAMPION,
        0.9,
        Verdict.IMPORTANT,
        NOW,
        NOW.plusMillis(3),
        at,
        OptionalDouble.of(1.25));
  }

  private static StepFlagged flagged(StepRef step, Verdict verdict) {
    return new StepFlagged(step, PROBE, verdict, 0.9, 0.8, NOW, NOW.plusMillis(3));
  }

  private static ChainAblated ablated(String chain) {
    ChainAblated sample = SampleEvents.chainAblated();
    return new ChainAblated(
        chain,
        sample.model(),
        sample.modelFingerprint(),
        sample.settings(),
        sample.outcome(),
        sample.influenceShare(),
        sample.prefixSteps(),
        sample.coreSteps(),
        sample.forwardPasses(),
        sample.elapsed(),
        sample.chainFinishedAt(),
        sample.ablatedAt(),
        sample.steps());
  }

  private static StepLabelled labelled(StepRef step, LogAddress at) {
    return new StepLabelled(
        step,
        PROBE.model(),
        "abc123",
        StepLabel.IMPORTANT,
        AblationMethod.INFLUENCE,
        AttainabilityMeasure.WORST_STEP,
        at,
        NOW,
        NOW.plusSeconds(60),
        List.of(new StepLabelled.Score(PROBE, ProbeStatus.CHAMPION, 0.9, Verdict.IMPORTANT)));
  }
}
