package dev.linchpin.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Orders of training: each epoch holds all steps of the rarer class and as many of the other, drawn
 * anew, so that in the long run no step is left out.
 */
final class BalancedEpochs {
  private final List<LabelledStep> important = new ArrayList<>();
  private final List<LabelledStep> removable = new ArrayList<>();
  private final Random random;

  BalancedEpochs(List<LabelledStep> steps, Random random) {
    steps.forEach(step -> (step.important() ? important : removable).add(step));
    this.random = random;
  }

  /** Steps of one epoch: twice the size of the rarer class. */
  int size() {
    return 2 * Math.min(important.size(), removable.size());
  }

  List<LabelledStep> next() {
    List<LabelledStep> epoch = new ArrayList<>(draw(important));
    epoch.addAll(draw(removable));
    Collections.shuffle(epoch, random);
    return epoch;
  }

  private List<LabelledStep> draw(List<LabelledStep> oneClass) {
    Collections.shuffle(oneClass, random);
    return oneClass.subList(0, size() / 2);
  }
}
