package dev.linchpin.labelling;

import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import dev.linchpin.wire.ProbeEvaluated.Band;
import dev.linchpin.wire.ProbeEvaluated.Bands;
import dev.linchpin.wire.ProbeEvaluated.CalibrationBin;
import java.util.List;
import java.util.Optional;

/** How sure the figures of labelled scores are. The same scores give the same bands. */
final class LabelBands {
  private static final double CONFIDENCE = 0.95;
  private static final long SEED = 1;

  // An evaluation is due every second: no window may make its bands cost more than a part of that.
  private static final int RESAMPLES = 200;
  private static final int FEWEST_RESAMPLES = 40;
  private static final int MOST_DRAWN = 500_000;

  private LabelBands() {}

  /** All bands; what is not defined on these scores is empty. */
  static Bands of(List<LabelledScore> scores) {
    Predictions predictions = LabelFigures.predictions(scores);
    GroupBootstrap byChain =
        new GroupBootstrap(
            scores.stream().map(LabelledScore::chainId).toList(), resamples(scores.size()), SEED);
    return new Bands(
        band(byChain.interval(predictions, Predictions::auroc, CONFIDENCE)),
        band(byChain.interval(predictions, LabelFigures::accuracy, CONFIDENCE)),
        dev.linchpin.quality.CalibrationBin.of(predictions).stream().map(LabelBands::bin).toList());
  }

  /** How often to draw from so many scores: less often the more there are beyond 2,500. */
  static int resamples(int scores) {
    return Math.max(FEWEST_RESAMPLES, Math.min(RESAMPLES, MOST_DRAWN / Math.max(1, scores)));
  }

  private static CalibrationBin bin(dev.linchpin.quality.CalibrationBin bin) {
    return new CalibrationBin(
        bin.from(),
        bin.to(),
        bin.count(),
        LabelFigures.defined(bin.meanScore()),
        LabelFigures.defined(bin.share()),
        band(bin.interval()));
  }

  private static Optional<Band> band(Interval interval) {
    return interval.isDefined()
        ? Optional.of(new Band(interval.low(), interval.high()))
        : Optional.empty();
  }
}
