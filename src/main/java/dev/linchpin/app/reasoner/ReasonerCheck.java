package dev.linchpin.app.reasoner;

import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.Bar;
import dev.linchpin.reasoning.AnswerMatcher;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.study.Drawing;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.study.Problem;
import dev.linchpin.study.Problems;
import dev.linchpin.study.Subject;
import dev.linchpin.training.Baselines;
import dev.linchpin.training.ChainSplit;
import dev.linchpin.training.LabelledStep;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.ProbeTrainer;
import dev.linchpin.training.StepText;
import dev.linchpin.training.TrainingListener;
import dev.linchpin.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the reference reasoner: whether it reasons, whether it needs to, and whether its
 * activations tell what matters better than anything seen from outside.
 */
final class ReasonerCheck {
  private static final double LEAST_GREEDY = 0.92;
  private static final double MOST_DIRECT = 0.20;
  private static final double LEAST_DETOURS = 0.20;
  private static final double LEAST_AUROC = 0.85;
  private static final double LEAST_MARGIN = 0.15;

  private final Subject reasoner;
  private final Progress progress;
  private final long seed;

  ReasonerCheck(Subject reasoner, Progress progress, long seed) {
    this.reasoner = reasoner;
    this.progress = progress;
    this.seed = seed;
  }

  /** A computing step of a sampled chain. */
  private record Sample(ObservedChain chain, ObservedStep step, boolean needed) {
    LabelledStep labelled(float[] features) {
      return new LabelledStep(new StepRef(chain.chainId(), step.index()), features, needed);
    }

    StepText text() {
      return new StepText(chain.problem().text(), step.index(), step.text());
    }
  }

  /**
   * All bars.
   *
   * @param puzzles held-out puzzles for the answers
   * @param sampledChains chains for detours and probes
   */
  List<Bar> measure(int puzzles, int sampledChains, Pooling pooling) {
    List<Bar> bars = new ArrayList<>();
    List<Problem> heldOut = Problems.puzzles(puzzles, seed);
    bars.add(
        Bar.atLeast("right with its own greedy chain", greedy(heldOut, pooling), LEAST_GREEDY));
    bars.add(Bar.atMost("right without a chain", direct(heldOut), MOST_DIRECT));
    List<Sample> samples = sample(sampledChains, pooling);
    double detours = share(samples, sample -> !sample.needed());
    bars.add(Bar.atLeast("detours among sampled computing steps", detours, LEAST_DETOURS));
    bars.addAll(probes(samples));
    return bars;
  }

  private double greedy(List<Problem> puzzles, Pooling pooling) {
    return share(
        reasoner
            .observer(pooling)
            .observe(puzzles, Drawing.greedy(), progress.of("greedy chains", puzzles.size())),
        ObservedChain::correct);
  }

  private double direct(List<Problem> puzzles) {
    List<String> answers = reasoner.answers(puzzles.stream().map(Problem::text).toList());
    return share(
        IntStream.range(0, puzzles.size()).boxed().toList(),
        i -> AnswerMatcher.matches(answers.get(i), puzzles.get(i).answer()));
  }

  private List<Sample> sample(int chains, Pooling pooling) {
    List<ObservedChain> observed =
        reasoner.sampled(
            Problems.puzzles(chains, seed + 1),
            seed + 1,
            pooling,
            progress.of("sampled chains", chains));
    progress.say("right with a sampled chain: " + share(observed, ObservedChain::correct));
    List<Sample> samples = new ArrayList<>();
    for (ObservedChain chain : observed) {
      for (ObservedStep step : chain.steps()) {
        chain.truth(step).ifPresent(needed -> samples.add(new Sample(chain, step, needed)));
      }
    }
    return samples;
  }

  private List<Bar> probes(List<Sample> samples) {
    List<StepText> texts = samples.stream().map(Sample::text).toList();
    double probe = auroc("activations", samples, features(samples, Sample::step));
    double alone = auroc("step alone", samples, aloneFeatures(samples));
    double words = auroc("bag of words", samples, Baselines.bagOfWords(texts));
    double position = auroc("position, length", samples, Baselines.positionWithLength(texts));
    return List.of(
        Bar.atLeast("AUROC of a probe on activations", probe, LEAST_AUROC),
        Bar.atMost("AUROC of the step encoded alone", alone, probe - LEAST_MARGIN),
        Bar.atMost("AUROC of a bag of words", words, probe - LEAST_MARGIN),
        Bar.atMost("AUROC of position with length", position, probe - LEAST_MARGIN));
  }

  private double auroc(String name, List<Sample> samples, float[][] features) {
    progress.say("training on " + name + ": " + samples.size() + " steps");
    List<LabelledStep> steps =
        IntStream.range(0, samples.size())
            .mapToObj(i -> samples.get(i).labelled(features[i]))
            .toList();
    ProbeTrainer trainer =
        new ProbeTrainer(TrainingSettings.of(ProbeKind.MLP, seed), TrainingListener.NONE);
    return trainer.train(ChainSplit.of(steps, seed)).report().figures().auroc();
  }

  private static float[][] features(List<Sample> samples, Function<Sample, ObservedStep> step) {
    return samples.stream().map(s -> step.apply(s).activations()).toArray(float[][]::new);
  }

  private float[][] aloneFeatures(List<Sample> samples) {
    return samples.stream()
        .map(sample -> reasoner.alone(sample.step().text()))
        .toArray(float[][]::new);
  }

  private static <T> double share(List<T> all, Function<T, Boolean> condition) {
    return all.stream().filter(condition::apply).count() / (double) all.size();
  }
}
