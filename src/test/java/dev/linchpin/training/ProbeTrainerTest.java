package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.quality.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProbeTrainerTest {
  private static final int INPUTS = 8;
  private static final Hyperparameters QUICK = new Hyperparameters(16, 2e-2f, 1e-4f, 64, 10);

  @Test
  void shouldLearnALinearRule() {
    TrainedProbe trained = train(ProbeKind.LINEAR, linear());

    assertThat(trained.probe()).isInstanceOf(LinearProbe.class);
    assertThat(trained.report().figures().auroc()).isGreaterThan(0.98);
  }

  @Test
  void shouldLearnWithAnMlpWhatNoLineSeparates() {
    List<LabelledStep> steps = xor();

    TrainedProbe mlp = train(ProbeKind.MLP, steps);
    TrainedProbe line = train(ProbeKind.LINEAR, steps);

    assertThat(mlp.probe()).isInstanceOf(MlpProbe.class);
    assertThat(mlp.report().figures().auroc()).isGreaterThan(0.95);
    assertThat(line.report().figures().auroc()).isLessThan(0.65);
  }

  @Test
  void shouldGiveTheSameProbeForTheSameSeed() {
    List<LabelledStep> steps = linear();

    TrainedProbe first = train(ProbeKind.MLP, steps);
    TrainedProbe second = train(ProbeKind.MLP, steps);

    assertThat(second).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void shouldFindNothingWhereThereIsNothing() {
    TrainedProbe trained = train(ProbeKind.LINEAR, noise());

    assertThat(trained.report().figures().auroc()).isBetween(0.35, 0.65);
    assertThat(trained.thresholds().removableAtMost()).isZero();
    assertThat(trained.thresholds().importantAtLeast()).isEqualTo(1);
  }

  @Test
  void shouldMeetTheAskedPrecisionOnValidation() {
    ChainSplit split = ChainSplit.of(noisy(), 1);
    TrainedProbe trained = trainer(ProbeKind.LINEAR).train(split);

    Predictions validation =
        Labels.predictions(
            split.validation(), x -> trained.calibration().probability(trained.probe().logit(x)));
    TestFigures figures =
        TestFigures.of(validation, Labels.chainIds(split.validation()), trained.thresholds(), 1);

    assertThat(figures.important().precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.removable().precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.important().called()).isGreaterThanOrEqualTo(ThresholdChoice.FEWEST_FLAGS);
    assertThat(figures.removable().called()).isGreaterThanOrEqualTo(ThresholdChoice.FEWEST_FLAGS);
  }

  @Test
  void shouldReportCountsAndFiguresOfTheTestSide() {
    List<LabelledStep> steps = linear();
    ChainSplit split = ChainSplit.of(steps, 1);

    TrainedProbe.Report report = trainer(ProbeKind.LINEAR).train(split).report();

    assertThat(report.train().steps() + report.validation().steps() + report.test().steps())
        .isEqualTo(steps.size());
    assertThat(report.test().steps()).isEqualTo(split.test().size());
    assertThat(report.epoch()).isBetween(1, QUICK.epochs());
    assertThat(report.metrics())
        .containsKeys("auroc", "auroc95Low", "accuracy", "calibrationError", "removablePrecision")
        .containsEntry("testChains", (double) report.test().chains());
    assertThat(report.figures().auroc95().low()).isLessThanOrEqualTo(report.figures().auroc());
  }

  @Test
  void shouldTellOfEveryEpochAndChooseTheBest() {
    List<TrainingListener.Progress> heard = new ArrayList<>();

    TrainedProbe trained =
        new ProbeTrainer(settings(ProbeKind.LINEAR), heard::add).train(ChainSplit.of(noisy(), 1));

    assertThat(heard).extracting(TrainingListener.Progress::epoch).hasSize(10).isSorted();
    assertThat(heard.get(9).trainLoss()).isLessThan(heard.get(0).trainLoss());
    double best =
        heard.stream().mapToDouble(TrainingListener.Progress::validationAuroc).max().orElseThrow();
    assertThat(trained.report().validationAuroc()).isEqualTo(best);
    assertThat(heard.get(trained.report().epoch() - 1).validationAuroc()).isEqualTo(best);
  }

  @Test
  void shouldRefuseASideWithoutBothClasses() {
    ChainSplit split = ChainSplit.of(PlantedSteps.draw(200, 2, 1, x -> true), 1);

    assertThatThrownBy(() -> trainer(ProbeKind.LINEAR).train(split))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected important and removable steps for training, validation and test, got [Side");
  }

  @Test
  void shouldRefuseStepsOfDifferentShapes() {
    List<LabelledStep> mixed =
        Stream.concat(linear().stream(), Stream.of(PlantedSteps.step(1, new float[3], true)))
            .toList();

    assertThatThrownBy(() -> trainer(ProbeKind.LINEAR).train(ChainSplit.of(mixed, 1)))
        .hasMessageStartingWith("expected steps with one number of inputs, got [8, 3]");
  }

  private static TrainedProbe train(ProbeKind kind, List<LabelledStep> steps) {
    return trainer(kind).train(ChainSplit.of(steps, 1));
  }

  private static ProbeTrainer trainer(ProbeKind kind) {
    return new ProbeTrainer(settings(kind), TrainingListener.NONE);
  }

  private static TrainingSettings settings(ProbeKind kind) {
    return new TrainingSettings(kind, QUICK, FlagPrecision.DEFAULT, 3);
  }

  private static List<LabelledStep> linear() {
    return PlantedSteps.draw(1000, INPUTS, 1, x -> x[0] + x[3] - x[5] > 0.8);
  }

  private static List<LabelledStep> xor() {
    return PlantedSteps.draw(2000, INPUTS, 2, x -> x[1] * x[2] > 0);
  }

  private static List<LabelledStep> noise() {
    Random labels = new Random(11);
    return PlantedSteps.draw(1000, INPUTS, 5, x -> labels.nextBoolean());
  }

  private static List<LabelledStep> noisy() {
    return PlantedSteps.draw(2000, INPUTS, 4, x -> x[0] + x[3] + x[6] > 0.3 + 0.6 * x[7] * x[5]);
  }
}
