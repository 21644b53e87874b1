package dev.linchpin.labelling;

import dev.linchpin.quality.Confusion;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import java.util.List;
import java.util.OptionalDouble;

/** Quality of labelled scores. */
final class LabelFigures {
  private static final double MIDDLE = 0.5;

  private LabelFigures() {}

  /** All figures; what is not defined on these scores is empty. */
  static Figures of(List<LabelledScore> scores) {
    Predictions predictions = predictions(scores);
    Confusion atMiddle = predictions.atLeast(MIDDLE);
    Confusion important = verdicts(scores, Verdict.IMPORTANT);
    Confusion removable = verdicts(scores, Verdict.REMOVABLE);
    return new Figures(
        defined(predictions.auroc()),
        defined(atMiddle.accuracy()),
        defined(atMiddle.balancedAccuracy()),
        defined(important.precision()),
        defined(important.recall()),
        defined(removable.precision()),
        defined(removable.recall()),
        defined(predictions.brier()),
        defined(predictions.calibrationError()));
  }

  /** The scores beside the truth, an important step being positive. */
  static Predictions predictions(List<LabelledScore> scores) {
    return new Predictions(scoresOf(scores), important(scores));
  }

  /** Share of right verdicts at a score of 0.5, in [0, 1]; NaN without predictions. */
  static double accuracy(Predictions predictions) {
    return predictions.atLeast(MIDDLE).accuracy();
  }

  /** Empty for NaN. */
  static OptionalDouble defined(double figure) {
    return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  /** The steps that got a verdict, as calls of the class that it stands for. */
  private static Confusion verdicts(List<LabelledScore> scores, Verdict verdict) {
    double[] calls =
        scores.stream().mapToDouble(score -> score.verdict() == verdict ? 1 : 0).toArray();
    boolean[] truth = important(scores);
    if (verdict == Verdict.REMOVABLE) {
      for (int i = 0; i < truth.length; i++) {
        truth[i] = !truth[i];
      }
    }
    return new Predictions(calls, truth).atLeast(1);
  }

  private static double[] scoresOf(List<LabelledScore> scores) {
    return scores.stream().mapToDouble(LabelledScore::score).toArray();
  }

  private static boolean[] important(List<LabelledScore> scores) {
    boolean[] important = new boolean[scores.size()];
    for (int i = 0; i < important.length; i++) {
      important[i] = scores.get(i).important();
    }
    return important;
  }
}
