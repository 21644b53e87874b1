package dev.linchpin.study.finding;

import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.study.Dossier;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.study.Problem;
import dev.linchpin.study.Removal;
import dev.linchpin.study.StepReading;
import dev.linchpin.study.Way;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chains that no model wrote. */
final class MadeUp {
  static final int STEPS = 6;

  private MadeUp() {}

  /** What a step's activations are. */
  interface Activations {
    float[] of(int chain, int step, boolean important);
  }

  /** Whether a step is important. */
  interface Label {
    boolean of(int chain, int step);
  }

  static List<Dossier> dossiers(int chains, Label labels, Activations activations) {
    List<Dossier> dossiers = new ArrayList<>();
    for (int chain = 0; chain < chains; chain++) {
      dossiers.add(dossier(chain, labels, activations));
    }
    return dossiers;
  }

  private static Dossier dossier(int chain, Label labels, Activations activations) {
    List<ObservedStep> steps = new ArrayList<>();
    List<StepReading> readings = new ArrayList<>();
    List<float[]> alone = new ArrayList<>();
    List<StepLabel> labelled = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      boolean important = labels.of(chain, i);
      float[] values = activations.of(chain, i, important);
      steps.add(new ObservedStep(i, "Step " + i + ".\n", 4, 10 + 4 * i, values));
      readings.add(new StepReading(values, values, values, values, new float[] {-1, -2, -3, -4}));
      alone.add(values);
      labelled.add(important ? StepLabel.IMPORTANT : StepLabel.REMOVABLE);
    }
    return new Dossier(
        new ObservedChain("chain-" + chain, Problem.of("Why?", "1"), steps, "1", true),
        readings,
        alone,
        Map.of(Way.PAPER, new Removal(Outcome.LABELLED, STEPS, STEPS / 2, labelled)));
  }

  /** Normal numbers that depend on chain and step alone. */
  static float[] noise(int chain, int step, int size) {
    Random random = new Random(1000L * chain + step);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
