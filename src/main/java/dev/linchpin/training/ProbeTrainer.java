package dev.linchpin.training;

import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Predictions;
import java.util.List;
import java.util.stream.Stream;

/** Trains one probe: weights, calibration, thresholds, figures. One training at a time per JVM. */
public final class ProbeTrainer {
  private final TrainingSettings settings;
  private final TrainingListener listener;

  /** A trainer that tells {@code listener} of every epoch. */
  public ProbeTrainer(TrainingSettings settings, TrainingListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Trains a probe.
   *
   * @throws IllegalArgumentException if a side lacks a class
   * @throws IllegalStateException if the loss diverges
   */
  public TrainedProbe train(ChainSplit split) {
    requireBothClasses(split);
    Standardisation standardisation = Standardisation.fit(split.train());
    ProbeFit.Best best =
        new ProbeFit(settings, standardisation, listener).run(split.train(), split.validation());
    return judge(standardisation, best, split);
  }

  private TrainedProbe judge(Standardisation spread, ProbeFit.Best best, ChainSplit split) {
    Probe probe = spread.fold(best.probe());
    Calibration calibration =
        PlattScaling.fit(Labels.predictions(split.validation(), probe::logit));
    Thresholds thresholds =
        ThresholdChoice.choose(
            calibrated(probe, calibration, split.validation()), settings.precision());
    Predictions test = calibrated(probe, calibration, split.test());
    TestFigures figures =
        TestFigures.of(test, Labels.chainIds(split.test()), thresholds, settings.seed());
    TrainedProbe.Report report =
        new TrainedProbe.Report(
            SideCounts.of(split.train()),
            SideCounts.of(split.validation()),
            SideCounts.of(split.test()),
            best.epoch(),
            best.validationAuroc(),
            figures);
    return new TrainedProbe(
        probe, calibration, thresholds, References.of(spread, split.test(), test.scores()), report);
  }

  private static Predictions calibrated(Probe probe, Calibration calibration, Examples examples) {
    return Labels.predictions(examples, x -> calibration.probability(probe.logit(x)));
  }

  private static void requireBothClasses(ChainSplit split) {
    List<SideCounts> sides =
        Stream.of(split.train(), split.validation(), split.test()).map(SideCounts::of).toList();
    if (!sides.stream().allMatch(SideCounts::hasBothClasses)) {
      throw new IllegalArgumentException(
          "expected important and removable steps for training, validation and test, got " + sides);
    }
  }
}
