package dev.linchpin.app.study;

import dev.linchpin.ablation.FinishedChain;
import dev.linchpin.ablation.LeaveOneOut;
import dev.linchpin.ablation.LeaveOneOutResult;
import dev.linchpin.ablation.LeaveOneOutResult.Labelled;
import dev.linchpin.ablation.LeaveOneOutResult.NotNecessary;
import dev.linchpin.ablation.LeaveOneOutResult.NotSufficient;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.training.LabelledStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A first set of labels by plain removal.
 *
 * @param steps labelled steps of the chains that could be labelled
 * @param insufficient chains that did not lead to the right answer
 * @param unnecessary chains without which the model knew the answer
 * @param againstTruth how the labels of computing steps compare with the puzzles' graphs
 */
record FirstLabels(
    List<LabelledStep> steps, int insufficient, int unnecessary, Agreement againstTruth) {

  /**
   * Labels of computing steps beside the truth, in counts.
   *
   * @param bothImportant labelled important and needed
   * @param onlyLabel labelled important, not needed
   * @param onlyTruth labelled removable, needed
   * @param bothRemovable labelled removable and not needed
   */
  record Agreement(int bothImportant, int onlyLabel, int onlyTruth, int bothRemovable) {
    double share() {
      return (bothImportant + bothRemovable)
          / (double) (bothImportant + onlyLabel + onlyTruth + bothRemovable);
    }

    double precision() {
      return bothImportant / (double) (bothImportant + onlyLabel);
    }

    double recall() {
      return bothImportant / (double) (bothImportant + onlyTruth);
    }
  }

  /** Takes steps out of every chain, one by one. */
  static FirstLabels of(List<ObservedChain> chains, LeaveOneOut removal, IntConsumer progress) {
    Collector collector = new Collector();
    for (int i = 0; i < chains.size(); i++) {
      collector.add(chains.get(i), removal);
      progress.accept(i + 1);
    }
    return collector.labels();
  }

  private static final class Collector {
    private final List<LabelledStep> steps = new ArrayList<>();
    private final int[] agreement = new int[4];
    private int insufficient;
    private int unnecessary;

    void add(ObservedChain chain, LeaveOneOut removal) {
      List<String> texts = chain.steps().stream().map(ObservedStep::text).toList();
      String key = Integer.toString(chain.puzzle().answer());
      LeaveOneOutResult result =
          removal.label(new FinishedChain(chain.puzzle().question(), texts, key));
      if (result instanceof Labelled labelled) {
        chain.steps().forEach(step -> add(chain, step, labelled.important().get(step.index())));
      } else if (result instanceof NotNecessary) {
        unnecessary++;
      } else if (result instanceof NotSufficient) {
        insufficient++;
      }
    }

    private void add(ObservedChain chain, ObservedStep step, boolean important) {
      StepRef ref = new StepRef(chain.chainId(), step.index());
      steps.add(new LabelledStep(ref, step.activations(), important));
      Optional<Boolean> needed = chain.truth(step);
      needed.ifPresent(truth -> agreement[(important ? 0 : 2) + (truth ? 0 : 1)]++);
    }

    FirstLabels labels() {
      Agreement counts = new Agreement(agreement[0], agreement[1], agreement[2], agreement[3]);
      return new FirstLabels(List.copyOf(steps), insufficient, unnecessary, counts);
    }
  }
}
