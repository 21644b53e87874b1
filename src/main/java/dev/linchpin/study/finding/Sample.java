package dev.linchpin.study.finding;

import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.study.Dossier;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.study.Removal;
import dev.linchpin.study.StepReading;
import dev.linchpin.study.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A labelled step.
 *
 * @param dossier of its chain
 * @param index position in the chain, from 0
 * @param important its label
 */
record Sample(Dossier dossier, int index, boolean important) {

  /** All labelled steps. */
  static List<Sample> of(List<Dossier> dossiers, Way way) {
    List<Sample> samples = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      Removal removal = dossier.removals().get(way);
      if (removal != null && removal.labelled()) {
        for (int i = 0; i < removal.labels().size(); i++) {
          StepLabel label = removal.labels().get(i);
          if (label != StepLabel.UNLABELLED) {
            samples.add(new Sample(dossier, i, label == StepLabel.IMPORTANT));
          }
        }
      }
    }
    return samples;
  }

  /** Every step of chains, for which no label is asked: each stands as not important. */
  static List<Sample> all(List<Dossier> dossiers) {
    List<Sample> samples = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      for (int i = 0; i < dossier.chain().steps().size(); i++) {
        samples.add(new Sample(dossier, i, false));
      }
    }
    return samples;
  }

  String chainId() {
    return dossier.chain().chainId();
  }

  ObservedStep step() {
    return dossier.chain().steps().get(index);
  }

  StepReading reading() {
    return dossier.readings().get(index);
  }

  /** As the stream delivered them, {@code [layers * hidden]}. */
  float[] streamed() {
    return step().activations();
  }

  /** Without the chain, {@code [layers * hidden]}. */
  float[] alone() {
    return dossier.alone().get(index);
  }

  /** Whether the answer truly depends on the step, where that is known. */
  Optional<Boolean> truth() {
    return dossier.chain().truth(step());
  }
}
