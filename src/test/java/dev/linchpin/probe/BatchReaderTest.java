package dev.linchpin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerMean;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BatchReaderTest {
  private static final CaptureShape SHAPE = new CaptureShape(3, 700, Pooling.MEAN);
  private final BatchReader reader = new BatchReader();

  @ParameterizedTest
  @CsvSource({
    "LAYERWISE, BF16",
    "LAYERWISE, F16",
    "LAYERWISE, F32",
    "LAYER_MEAN, BF16",
    "LAYER_MEAN, F32"
  })
  void shouldReadWhatTheProbeReads(LayerView view, NumberFormat format) {
    // Given
    ProbeInput input = new ProbeInput(SHAPE, view);
    MlpProbe mlp = mlp(input.size(), 24, 1);
    List<StepActivations> steps = steps(5, format);

    // When
    PackedProbe probe = PackedProbe.of(mlp);
    List<StepReading> readings = reader.read(probe, input, Optional.empty(), steps);

    // Then
    for (int i = 0; i < 5; i++) {
      float expected = mlp.logit(input.of(steps.get(i).decode()));
      assertThat(logit(probe, readings.get(i))).isCloseTo(expected, within(1e-4f));
      assertThat(readings.get(i).finite()).isTrue();
    }
  }

  @Test
  void shouldReadAMeanThatWasTakenWhereItWasCaptured() {
    // Given
    ProbeInput input = new ProbeInput(SHAPE, LayerView.LAYER_MEAN);
    PackedProbe probe = PackedProbe.of(mlp(input.size(), 24, 1));
    List<StepActivations> whole = steps(4, NumberFormat.F32);
    List<StepActivations> means =
        whole.stream()
            .map(step -> LayerMean.of(step.decode(), SHAPE.hidden()))
            .map(mean -> StepActivations.encode(SHAPE.mean(), NumberFormat.F32, mean))
            .toList();

    // When
    List<StepReading> readings = reader.read(probe, input, Optional.empty(), means);

    // Then
    assertThat(readings)
        .usingRecursiveComparison()
        .isEqualTo(reader.read(probe, input, Optional.empty(), whole));
  }

  /** 2100 × 128 weights are rounded: a logit of a few units moves in its third decimal. */
  @Test
  void shouldAgreeWithSinglePrecisionToAStatedBound() {
    // Given
    ProbeInput input = ProbeInput.layerwise(SHAPE);
    MlpProbe mlp = mlp(input.size(), 128, 2);
    List<StepActivations> steps = steps(200, NumberFormat.BF16);
    Thresholds thresholds = new Thresholds(0.3, 0.7);

    // When
    PackedProbe probe = PackedProbe.of(mlp);
    List<StepReading> readings = reader.read(probe, input, Optional.empty(), steps);

    // Then
    int flips = 0;
    for (int i = 0; i < steps.size(); i++) {
      float expected = mlp.logit(steps.get(i).decode());
      double score = Calibration.IDENTITY.probability(logit(probe, readings.get(i)));
      double reference = Calibration.IDENTITY.probability(expected);
      assertThat(score).isCloseTo(reference, within(0.005));
      flips += thresholds.verdict(score) == thresholds.verdict(reference) ? 0 : 1;
    }
    assertThat(flips).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(LayerView.class)
  void shouldReadAStepTheSameAloneAndAmongOthers(LayerView view) {
    // Given
    ProbeInput input = new ProbeInput(SHAPE, view);
    PackedProbe probe = PackedProbe.of(mlp(input.size(), 128, 3));
    Optional<TrainingReference> reference = Optional.of(reference(input.size()));
    List<StepActivations> steps = steps(100, NumberFormat.BF16);

    // When
    List<StepReading> together = reader.read(probe, input, reference, steps);

    // Then
    List<StepReading> alone = new ArrayList<>();
    for (StepActivations step : steps) {
      alone.addAll(new BatchReader().read(probe, input, reference, List.of(step)));
    }
    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void shouldReadALinearProbe() {
    // Given
    ProbeInput input = ProbeInput.layerwise(SHAPE);
    LinearProbe linear = new LinearProbe(mlp(input.size(), 1, 4).w1(), 0.5f);
    List<StepActivations> steps = steps(7, NumberFormat.BF16);

    // When
    PackedProbe probe = PackedProbe.of(linear);
    List<StepReading> readings = reader.read(probe, input, Optional.empty(), steps);

    // Then
    for (int i = 0; i < 7; i++) {
      assertThat(logit(probe, readings.get(i)))
          .isCloseTo(linear.logit(steps.get(i).decode()), within(1e-4f));
      assertThat(readings.get(i).distance()).isEqualTo(OptionalDouble.empty());
    }
  }

  @Test
  void shouldMeasureTheDistanceFromTheTrainingData() {
    // Given
    ProbeInput input = ProbeInput.layerwise(SHAPE);
    TrainingReference reference = reference(input.size());
    PackedProbe probe = PackedProbe.of(mlp(input.size(), 8, 5));
    List<StepActivations> steps = steps(2, NumberFormat.F32);

    // When
    List<StepReading> readings = reader.read(probe, input, Optional.of(reference), steps);

    // Then
    assertThat(readings.get(1).distance()).hasValue(reference.distance(steps.get(1).decode()));
  }

  @Test
  void shouldSayWhichStepsAreNotFinite() {
    // Given
    ProbeInput input = ProbeInput.layerwise(SHAPE);
    PackedProbe probe = PackedProbe.of(mlp(input.size(), 8, 6));
    float[] values = new float[SHAPE.size()];
    values[2099] = Float.NEGATIVE_INFINITY;
    List<StepActivations> steps = new ArrayList<>(steps(3, NumberFormat.F16));
    steps.set(1, StepActivations.encode(SHAPE, NumberFormat.BF16, values));

    // When
    List<StepReading> readings = reader.read(probe, input, Optional.empty(), steps);

    // Then
    assertThat(readings).extracting(StepReading::finite).containsExactly(true, false, true);
  }

  private static float logit(PackedProbe probe, StepReading reading) {
    assertThat(reading.firstLayer()).hasSize(probe.units());
    return probe.logit(reading.firstLayer());
  }

  private static List<StepActivations> steps(int count, NumberFormat format) {
    Random random = new Random(count);
    List<StepActivations> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(StepActivations.encode(SHAPE, format, values(random, SHAPE.size(), 1)));
    }
    return steps;
  }

  private static MlpProbe mlp(int inputs, int units, long seed) {
    Random random = new Random(seed);
    float scale = 1 / (float) Math.sqrt(inputs);
    return new MlpProbe(
        inputs,
        values(random, inputs * units, scale),
        values(random, units, 0.1f),
        values(random, units, 0.3f),
        -0.1f);
  }

  private static TrainingReference reference(int inputs) {
    Random random = new Random(9);
    return new TrainingReference(
        values(random, inputs, 0.1f),
        values(random, inputs, 1),
        new double[TrainingReference.BINS],
        1,
        0.5);
  }

  private static float[] values(Random random, int count, float scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * (float) random.nextGaussian();
    }
    return values;
  }
}
