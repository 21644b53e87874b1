package dev.linchpin.app.reasoner;

import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.study.LabelStudy.Studied;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.study.StepReading;
import dev.linchpin.study.Subject;
import dev.linchpin.training.Baselines;
import dev.linchpin.training.ChainSplit;
import dev.linchpin.training.LabelledStep;
import dev.linchpin.training.ProbeTrainer;
import dev.linchpin.training.StepText;
import dev.linchpin.training.TestFigures;
import dev.linchpin.training.TrainedProbe;
import dev.linchpin.training.TrainingListener;
import dev.linchpin.training.TrainingSettings;
import dev.linchpin.wire.ChainAblated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A probe on labelled steps, beside what can be told without activations. */
final class ProbeStudy {
  private final List<Sample> samples = new ArrayList<>();
  private final Subject reasoner;
  private final TrainingSettings settings;

  /** A labelled step; {@code beginning} is the log-probability of its first token. */
  private record Sample(
      ObservedChain chain, ObservedStep step, boolean important, double beginning) {
    LabelledStep labelled(float[] features) {
      return new LabelledStep(new StepRef(chain.chainId(), step.index()), features, important);
    }

    StepText text() {
      return new StepText(chain.problem().text(), step.index(), step.text());
    }
  }

  ProbeStudy(List<Studied> studied, Subject reasoner, TrainingSettings settings) {
    this.reasoner = reasoner;
    this.settings = settings;
    studied.stream().filter(Studied::labelled).forEach(this::add);
  }

  private void add(Studied studied) {
    List<StepReading> readings = reasoner.read(studied.chain());
    for (ChainAblated.Step step : studied.core().steps()) {
      if (step.label() != StepLabel.UNLABELLED) {
        int i = step.stepIndex();
        ObservedStep observed = studied.chain().steps().get(i);
        samples.add(
            new Sample(
                studied.chain(),
                observed,
                step.label() == StepLabel.IMPORTANT,
                readings.get(i).logProbabilities()[0]));
      }
    }
  }

  int size() {
    return samples.size();
  }

  /** A probe on all labelled steps. */
  TrainedProbe train(TrainingListener listener) {
    return train(samples, activations(samples), listener);
  }

  /** Figures of classifiers on other features of all labelled steps, by name. */
  Map<String, TestFigures> baselines() {
    return baselines(samples);
  }

  /** As {@link #baselines}, with activations first, on steps that compute and look alike. */
  Map<String, TestFigures> onComputingSteps() {
    List<Sample> computing =
        samples.stream().filter(s -> s.chain().truth(s.step()).isPresent()).toList();
    Map<String, TestFigures> figures = new LinkedHashMap<>();
    figures.put("activations", figures(computing, activations(computing)));
    figures.putAll(baselines(computing));
    return figures;
  }

  private Map<String, TestFigures> baselines(List<Sample> of) {
    List<StepText> texts = of.stream().map(Sample::text).toList();
    Map<String, TestFigures> figures = new LinkedHashMap<>();
    figures.put("step alone", figures(of, rows(of, s -> reasoner.alone(s.step().text()))));
    figures.put("bag of words", figures(of, Baselines.bagOfWords(texts)));
    figures.put("position with length", figures(of, Baselines.positionWithLength(texts)));
    double[] beginnings = of.stream().mapToDouble(Sample::beginning).toArray();
    figures.put("first-token log-probability", figures(of, Baselines.firstToken(beginnings)));
    return figures;
  }

  private TestFigures figures(List<Sample> of, float[][] features) {
    return train(of, features, TrainingListener.NONE).report().figures();
  }

  private TrainedProbe train(List<Sample> of, float[][] features, TrainingListener listener) {
    List<LabelledStep> steps =
        IntStream.range(0, of.size()).mapToObj(i -> of.get(i).labelled(features[i])).toList();
    return new ProbeTrainer(settings, listener).train(ChainSplit.of(steps, settings.seed()));
  }

  private static float[][] activations(List<Sample> of) {
    return rows(of, s -> s.step().activations());
  }

  private static float[][] rows(List<Sample> of, Function<Sample, float[]> features) {
    return of.stream().map(features).toArray(float[][]::new);
  }
}
