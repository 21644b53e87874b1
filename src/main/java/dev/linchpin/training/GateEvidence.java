package dev.linchpin.training;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.StepLabelled;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Labels of steps that were scored in the shadow. Holds them until their challengers are decided
 * on, so that it stays as small as the gate is quick.
 */
final class GateEvidence {
  private final Map<StepRef, StepLabelled> labels = new HashMap<>();

  /** Takes a label; one that no challenger scored is of no use. */
  void put(StepLabelled label) {
    if (label.scores().stream().anyMatch(GateEvidence::isShadow)) {
      labels.put(label.step(), label);
    }
  }

  private static boolean isShadow(StepLabelled.Score score) {
    return score.status() == ProbeStatus.CHALLENGER;
  }

  /**
   * Drops labels all of whose challengers are decided on or gone.
   *
   * @param heads read after the labels: whoever scored a step was published before
   */
  void prune(ProbeHeads heads) {
    labels.values().removeIf(label -> label.scores().stream().noneMatch(s -> isOpen(s, heads)));
  }

  private static boolean isOpen(StepLabelled.Score score, ProbeHeads heads) {
    return isShadow(score)
        && heads
            .find(score.probe())
            .map(head -> head.status() == ProbeStatus.CHALLENGER)
            .orElse(false);
  }

  /** What both said of steps that were completed after both were trained. */
  PairedScores pairs(ProbeHead champion, ProbeHead challenger) {
    List<StepLabelled> both =
        labels.values().stream()
            .filter(label -> label.stepCompletedAt().isAfter(laterTraining(champion, challenger)))
            .filter(label -> score(label, champion.id()).isPresent())
            .filter(label -> score(label, challenger.id()).isPresent())
            .sorted(
                Comparator.comparing((StepLabelled label) -> label.step().chainId())
                    .thenComparing(label -> label.step().stepIndex()))
            .toList();
    return new PairedScores(
        both.stream().map(label -> label.step().chainId()).toList(),
        predictions(both, champion.id()),
        predictions(both, challenger.id()));
  }

  /** Chains with a label of a step that the challenger scored. */
  int chains(ProbeId challenger) {
    Set<String> chains = new HashSet<>();
    labels.values().stream()
        .filter(label -> score(label, challenger).isPresent())
        .forEach(label -> chains.add(label.step().chainId()));
    return chains.size();
  }

  private static Instant laterTraining(ProbeHead one, ProbeHead other) {
    Instant first = one.lifecycle().trainedAt();
    Instant second = other.lifecycle().trainedAt();
    return first.isAfter(second) ? first : second;
  }

  private static Predictions predictions(List<StepLabelled> of, ProbeId probe) {
    boolean[] important = new boolean[of.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = of.get(i).important();
    }
    double[] scores = of.stream().mapToDouble(l -> score(l, probe).orElseThrow()).toArray();
    return new Predictions(scores, important);
  }

  private static OptionalDouble score(StepLabelled label, ProbeId probe) {
    Optional<StepLabelled.Score> given =
        label.scores().stream().filter(score -> score.probe().equals(probe)).findFirst();
    return given.isPresent() ? OptionalDouble.of(given.get().score()) : OptionalDouble.empty();
  }
}
