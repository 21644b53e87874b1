package dev.linchpin.training;

import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import java.util.function.ToDoubleFunction;

/**
 * Decides whether a challenger takes the champion's place, from steps that both scored before their
 * labels were known.
 *
 * <p>It is promoted when it ranks steps better beyond doubt: the 95 % interval of its AUROC minus
 * the champion's, by a paired bootstrap over chains, lies above 0; and its probabilities are not
 * worse: unless the same interval of the calibration errors' difference lies above the tolerance.
 * The error itself is no measure on few steps: it is never 0, and larger for a probe whose scores
 * differ than for one that says the same of every step. A challenger that ranks worse beyond doubt,
 * or that is undecided after enough chains, is rejected.
 */
public final class PromotionGate {
  private static final int RESAMPLES = 1000;
  private static final double CONFIDENCE = 0.95;

  private final Settings settings;

  /** A gate. */
  public PromotionGate(Settings settings) {
    this.settings = settings;
  }

  /**
   * When to decide.
   *
   * @param fewestChains with fewer chains nothing is decided, at least 2
   * @param mostChains after so many a challenger that is not better is rejected
   * @param calibrationTolerance how much larger the challenger's calibration error may be, in [0,
   *     1]
   * @param seed of the bootstrap
   */
  public record Settings(int fewestChains, int mostChains, double calibrationTolerance, long seed) {
    /** 30 to 500 chains, a tolerance of 0.02. */
    public static final Settings DEFAULT = new Settings(30, 500, 0.02, 1);

    public Settings {
      if (fewestChains < 2 || mostChains < fewestChains) {
        throw new IllegalArgumentException(
            "expected 2 <= fewestChains <= mostChains, got %d and %d"
                .formatted(fewestChains, mostChains));
      }
      if (!(calibrationTolerance >= 0 && calibrationTolerance <= 1)) {
        throw new IllegalArgumentException(
            "expected a calibration tolerance in [0, 1], got " + calibrationTolerance);
      }
    }
  }

  /** What to do with the challenger. */
  public enum Outcome {
    /** It becomes the champion. */
    PROMOTE,
    /** It is retired. */
    REJECT,
    /** More labels are needed. */
    WAIT
  }

  /**
   * Figures of one probe on the steps that both scored; NaN where a class is absent.
   *
   * @param auroc area under the ROC curve, 0.5 if all scores are equal
   * @param calibrationError expected calibration error over ten bins
   * @param brier mean squared error
   */
  public record Figures(double auroc, double calibrationError, double brier) {
    static Figures of(Predictions scores) {
      return new Figures(scores.auroc(), scores.calibrationError(), scores.brier());
    }
  }

  /**
   * A decision and what it rests on.
   *
   * @param outcome what to do
   * @param steps steps that both scored
   * @param chains chains that these are of
   * @param champion figures of the champion
   * @param challenger figures of the challenger
   * @param aurocGain95 95 % interval of the challenger's AUROC minus the champion's; NaN before
   *     there are enough chains
   */
  public record Decision(
      Outcome outcome,
      int steps,
      int chains,
      Figures champion,
      Figures challenger,
      Interval aurocGain95) {}

  /**
   * Decides.
   *
   * @param scores of steps that were completed after both were trained
   * @param chainsSeen chains labelled since then, whether both scored them or not
   */
  public Decision decide(PairedScores scores, int chainsSeen) {
    int chains = scores.chains();
    boolean late = chainsSeen >= settings.mostChains();
    if (chains < settings.fewestChains()) {
      Interval unknown = new Interval(Double.NaN, Double.NaN);
      return decision(late ? Outcome.REJECT : Outcome.WAIT, scores, chains, unknown);
    }
    Interval gain = difference(scores, Predictions::auroc);
    return decision(outcome(scores, gain, late), scores, chains, gain);
  }

  private Outcome outcome(PairedScores scores, Interval gain, boolean late) {
    if (gain.high() < 0) {
      return Outcome.REJECT;
    }
    if (gain.low() > 0 && !isWorseCalibrated(scores)) {
      return Outcome.PROMOTE;
    }
    return late ? Outcome.REJECT : Outcome.WAIT;
  }

  private boolean isWorseCalibrated(PairedScores scores) {
    Interval excess = difference(scores, Predictions::calibrationError);
    return excess.low() > settings.calibrationTolerance();
  }

  private Interval difference(PairedScores scores, ToDoubleFunction<Predictions> figure) {
    return new GroupBootstrap(scores.chainIds(), RESAMPLES, settings.seed())
        .difference(scores.challenger(), scores.champion(), figure, CONFIDENCE);
  }

  private static Decision decision(
      Outcome outcome, PairedScores scores, int chains, Interval gain) {
    return new Decision(
        outcome,
        scores.chainIds().size(),
        chains,
        Figures.of(scores.champion()),
        Figures.of(scores.challenger()),
        gain);
  }
}
