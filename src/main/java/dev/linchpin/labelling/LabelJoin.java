package dev.linchpin.labelling;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.linchpin.labelling.Evidence.Labelled;
import dev.linchpin.labelling.Evidence.Lost;
import dev.linchpin.labelling.Evidence.Scored;
import dev.linchpin.labelling.Evidence.Settled;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What scores and an ablation of one chain make together, in whichever order they come: the last
 * label of a step holds all its scores.
 */
final class LabelJoin {
  private static final Comparator<StepScored> BY_PROBE =
      comparing((StepScored score) -> score.probe().name())
          .thenComparing(score -> score.probe().version());

  private LabelJoin() {}

  /**
   * What follows from a new score.
   *
   * @param score the new one
   * @param ofStep all scores of its step, the new one among them
   * @param ablation of its chain, if it came before
   */
  static Joined scored(
      StepScored score, List<StepScored> ofStep, Optional<AcceptedAblation> ablation) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Scored(score.probe(), given(score)));
    ablation.ifPresent(known -> evidence.add(outcome(known, score)));
    return new Joined(ablation.flatMap(known -> label(known, ofStep)).stream().toList(), evidence);
  }

  /**
   * What follows from a chain's ablation.
   *
   * @param ablation the new one
   * @param ofChain all scores of the chain so far
   */
  static Joined ablated(AcceptedAblation ablation, List<StepScored> ofChain) {
    TreeMap<Integer, List<StepScored>> bySteps =
        ofChain.stream()
            .collect(groupingBy(score -> score.step().stepIndex(), TreeMap::new, toList()));
    return new Joined(
        bySteps.values().stream().flatMap(ofStep -> label(ablation, ofStep).stream()).toList(),
        ofChain.stream().map(score -> outcome(ablation, score)).toList());
  }

  /** What follows when scores are forgotten before an ablation came. */
  static List<Evidence> lost(List<StepScored> scores) {
    return scores.stream().<Evidence>map(score -> new Lost(score.probe())).toList();
  }

  private static Optional<StepLabelled> label(AcceptedAblation ablation, List<StepScored> ofStep) {
    List<StepScored> scores = ofStep.stream().sorted(BY_PROBE).toList();
    return ablation
        .label(scores.get(0).step().stepIndex())
        .map(label -> label(ablation, label, scores));
  }

  private static StepLabelled label(
      AcceptedAblation ablation, StepLabel label, List<StepScored> scores) {
    StepScored first = scores.get(0);
    return new StepLabelled(
        first.step(),
        ablation.model(),
        ablation.modelFingerprint(),
        label,
        ablation.method(),
        ablation.measure(),
        first.activations(),
        first.stepCompletedAt(),
        ablation.ablatedAt(),
        scores.stream().map(LabelJoin::score).toList());
  }

  private static StepLabelled.Score score(StepScored scored) {
    return new StepLabelled.Score(
        scored.probe(), scored.status(), scored.score(), scored.verdict());
  }

  private static Evidence outcome(AcceptedAblation ablation, StepScored score) {
    return ablation
        .label(score.step().stepIndex())
        .<Evidence>map(label -> new Labelled(score.probe(), labelled(ablation, label, score)))
        .orElseGet(() -> new Settled(score.probe()));
  }

  private static LabelledScore labelled(
      AcceptedAblation ablation, StepLabel label, StepScored score) {
    Duration delay = Duration.between(score.stepCompletedAt(), ablation.ablatedAt());
    return new LabelledScore(
        score.step().chainId(),
        label == StepLabel.IMPORTANT,
        score.score(),
        score.verdict(),
        Math.max(0, delay.toMillis()));
  }

  private static GivenScore given(StepScored score) {
    OptionalDouble distance = score.activationDistance();
    boolean usable = distance.isPresent() && Double.isFinite(distance.getAsDouble());
    return new GivenScore(score.score(), usable ? distance : OptionalDouble.empty());
  }
}
