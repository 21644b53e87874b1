package dev.linchpin.ablation;

import static java.util.Comparator.comparingDouble;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Looks for the steps of a sufficient prefix that hold the answer up. */
final class CoreSearch {
  private static final int SHARES = 10;

  private final Trial trial;
  private final Settings settings;
  private final String chainId;

  CoreSearch(Trial trial, Settings settings, String chainId) {
    this.trial = trial;
    this.settings = settings;
    this.chainId = chainId;
  }

  /**
   * What was found.
   *
   * @param share the threshold share of influence, where there was a sweep
   * @param explained what the sweep kept; the whole prefix without one
   * @param core what remained at the end
   */
  private record Found(OptionalDouble share, StepSet explained, StepSet core) {}

  /** Finds the core of a prefix and labels all steps of its chain. */
  Core find(StepSet prefix, int chainSteps) {
    Attainability attainability = attainability(prefix);
    trial.ask(withoutOne(prefix));
    Optional<StepInfluence> influence =
        settings.method() == AblationMethod.INFLUENCE
            ? Optional.of(trial.influence(prefix))
            : Optional.empty();
    Found found =
        switch (settings.method()) {
          case INFLUENCE -> byInfluence(influence.orElseThrow(), attainability);
          case RANDOM -> atRandom(prefix, attainability);
          case LEAVE_ONE_OUT -> oneByOne(prefix);
        };
    List<ChainAblated.Step> steps =
        IntStream.range(0, chainSteps)
            .mapToObj(i -> step(i, prefix, label(i, prefix, found), attainability, influence))
            .toList();
    return new Core(prefix.size(), found.core().size(), found.share(), steps);
  }

  private Attainability attainability(StepSet prefix) {
    return new Attainability(
        settings.measure(), trial.likelihood(prefix), trial.directPerplexity());
  }

  private static List<StepSet> withoutOne(StepSet prefix) {
    return prefix.indices().stream().map(prefix::without).toList();
  }

  /** Stage one drops what explains little, stage two what can be spared of the rest. */
  private Found byInfluence(StepInfluence influence, Attainability attainability) {
    List<Double> shares =
        IntStream.rangeClosed(1, SHARES).mapToObj(i -> (double) i / SHARES).toList();
    trial.ask(shares.stream().map(influence::explaining).toList());
    double share =
        shares.stream()
            .filter(
                candidate -> settled(influence.explaining(candidate), attainability).isPresent())
            .findFirst()
            .orElse(1.0);
    StepSet explained =
        settled(influence.explaining(share), attainability).orElse(influence.steps());
    List<Integer> ascending =
        explained.indices().stream().sorted(comparingDouble(influence::mean)).toList();
    return new Found(
        OptionalDouble.of(share), explained, greedily(explained, ascending, attainability));
  }

  private Found atRandom(StepSet prefix, Attainability attainability) {
    List<Integer> order = new ArrayList<>(prefix.indices());
    Collections.shuffle(order, new Random(settings.seed() + 31L * chainId.hashCode()));
    return new Found(OptionalDouble.empty(), prefix, greedily(prefix, order, attainability));
  }

  private Found oneByOne(StepSet prefix) {
    StepSet needed =
        StepSet.of(
            prefix.indices().stream()
                .mapToInt(Integer::intValue)
                .filter(i -> !suffices(prefix.without(i))));
    return new Found(OptionalDouble.empty(), prefix, needed);
  }

  private StepSet greedily(StepSet from, List<Integer> order, Attainability attainability) {
    StepSet kept = from;
    for (int step : order) {
      if (kept.contains(step)) {
        kept = settled(kept.without(step), attainability).orElse(kept);
      }
    }
    return kept;
  }

  /**
   * The set if it holds. By the worst step, a set that suffices but leaves a step without what it
   * hangs on may hold once that step is gone too: a remark falls with what it remarks on.
   */
  private Optional<StepSet> settled(StepSet set, Attainability attainability) {
    StepSet rest = set;
    while (rest.size() > 0 && suffices(rest)) {
      Likelihood likelihood = trial.likelihood(rest);
      if (attainability.of(likelihood) >= settings.attainabilityAtLeast()) {
        return Optional.of(rest);
      }
      if (settings.measure() == AttainabilityMeasure.MEAN_PERPLEXITY) {
        return Optional.empty();
      }
      rest = rest.without(attainability.worst(likelihood).orElseThrow());
    }
    return Optional.empty();
  }

  private boolean suffices(StepSet set) {
    return trial.sufficiency(set) >= settings.sufficiencyAtLeast();
  }

  private StepLabel label(int step, StepSet prefix, Found found) {
    if (found.core().contains(step)) {
      return StepLabel.IMPORTANT;
    }
    boolean known = prefix.contains(step) && !(found.explained().contains(step) && leavesDoubt());
    return known ? StepLabel.REMOVABLE : StepLabel.UNLABELLED;
  }

  /**
   * Whether a step that explained others and yet could be spared stays unlabelled, as in the paper:
   * mean perplexity may hide that one of the others suffers. The worst step hides nothing.
   */
  private boolean leavesDoubt() {
    return settings.method() == AblationMethod.INFLUENCE
        && settings.measure() == AttainabilityMeasure.MEAN_PERPLEXITY;
  }

  private ChainAblated.Step step(
      int index,
      StepSet prefix,
      StepLabel label,
      Attainability attainability,
      Optional<StepInfluence> influence) {
    if (!prefix.contains(index)) {
      return new ChainAblated.Step(
          index,
          label,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of());
    }
    StepSet rest = prefix.without(index);
    return new ChainAblated.Step(
        index,
        label,
        OptionalDouble.of(trial.sufficiency(rest)),
        OptionalDouble.of(attainability.of(trial.likelihood(rest))),
        influence.stream().mapToDouble(i -> i.mean(index)).findFirst(),
        influence.map(i -> i.later(index)).orElse(List.of()));
  }
}
