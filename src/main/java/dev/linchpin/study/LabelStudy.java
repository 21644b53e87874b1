package dev.linchpin.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.Core;
import dev.linchpin.ablation.FinishedChain;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Takes observed chains apart and holds the labels against what is truly known. */
public final class LabelStudy {
  private LabelStudy() {}

  /**
   * A chain and what became of it.
   *
   * @param chain as it was observed
   * @param result of its ablation
   * @param seconds that this took
   */
  public record Studied(ObservedChain chain, Ablation.Result result, double seconds) {
    public boolean labelled() {
      return result.outcome() == Outcome.LABELLED;
    }

    public Core core() {
      return result.core();
    }
  }

  /** All chains in their order; chains whose answer is wrong are left out. */
  public static List<Studied> study(
      List<ObservedChain> chains, Ablation ablation, IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, chains.size())
        .parallel()
        .mapToObj(i -> study(chains.get(i), ablation, done, progress))
        .toList();
  }

  private static Studied study(
      ObservedChain chain, Ablation ablation, AtomicInteger done, IntConsumer progress) {
    long start = System.nanoTime();
    Ablation.Result result =
        chain.correct()
            ? ablation.ablate(finished(chain))
            : new Ablation.Result(Outcome.INCORRECT, Core.NONE, 0);
    progress.accept(done.incrementAndGet());
    return new Studied(chain, result, (System.nanoTime() - start) / 1e9);
  }

  static FinishedChain finished(ObservedChain chain) {
    return new FinishedChain(
        chain.chainId(),
        chain.problem().text(),
        chain.texts(),
        chain.answer(),
        chain.problem().answer());
  }

  /**
   * Labels of computing steps beside the truth, in counts.
   *
   * @param needed by label, steps that the graph needs
   * @param unneeded by label, steps that it does not
   */
  public record Agreement(Map<StepLabel, Integer> needed, Map<StepLabel, Integer> unneeded) {
    public static Agreement of(List<Studied> studied) {
      Agreement counts =
          new Agreement(new EnumMap<>(StepLabel.class), new EnumMap<>(StepLabel.class));
      studied.stream().filter(Studied::labelled).forEach(counts::add);
      return counts;
    }

    private void add(Studied studied) {
      for (ChainAblated.Step step : studied.result().core().steps()) {
        Optional<Boolean> truth =
            studied.chain().truth(studied.chain().steps().get(step.stepIndex()));
        truth.ifPresent(t -> (t ? needed : unneeded).merge(step.label(), 1, Integer::sum));
      }
    }

    public int count(StepLabel label, boolean truth) {
      return (truth ? needed : unneeded).getOrDefault(label, 0);
    }

    public int labelled() {
      return count(StepLabel.IMPORTANT, true)
          + count(StepLabel.IMPORTANT, false)
          + count(StepLabel.REMOVABLE, true)
          + count(StepLabel.REMOVABLE, false);
    }

    public int unlabelled() {
      return count(StepLabel.UNLABELLED, true) + count(StepLabel.UNLABELLED, false);
    }

    public double share() {
      return (count(StepLabel.IMPORTANT, true) + count(StepLabel.REMOVABLE, false))
          / (double) labelled();
    }

    /** Share of the steps with this label that the graph agrees with. */
    public double precision(StepLabel label) {
      boolean truth = label == StepLabel.IMPORTANT;
      return count(label, truth) / (double) (count(label, truth) + count(label, !truth));
    }

    /** Share of the labelled steps that the graph would call so that have this label. */
    public double recall(StepLabel label) {
      boolean truth = label == StepLabel.IMPORTANT;
      StepLabel other = truth ? StepLabel.REMOVABLE : StepLabel.IMPORTANT;
      return count(label, truth) / (double) (count(label, truth) + count(other, truth));
    }
  }
}
