package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Packing;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachedExamplesTest {
  private static final CaptureShape SHAPE = new CaptureShape(2, 4, Pooling.MEAN);
  private static final Hyperparameters QUICK = new Hyperparameters(8, 2e-2f, 1e-4f, 64, 3);

  private static final TrainingSettings ONE_EPOCH =
      new TrainingSettings(
          ProbeKind.LINEAR, new Hyperparameters(1, 1e-2f, 0, 1024, 1), FlagPrecision.DEFAULT, 1);

  @TempDir private Path folder;

  @Test
  void shouldGiveBackWhatWasCapturedInEveryFormat() {
    float[] values = {1, -2, 0.5f, 0, 3, 4, -0.25f, 8};
    try (ActivationCache cache = new ActivationCache(folder, SHAPE)) {
      for (NumberFormat format : NumberFormat.values()) {
        cache.append(StepActivations.encode(SHAPE, format, values));
      }

      for (int number = 0; number < NumberFormat.values().length; number++) {
        float[] read = new float[SHAPE.size()];
        cache.read(number, read);
        float error =
            List.of(NumberFormat.values()).get(number) == NumberFormat.INT8 ? 8f / 254 : 0;
        assertThat(read).containsExactly(values, within(error));
      }
    }
  }

  @Test
  void shouldKeepPackedActivationsUnpacked() {
    CaptureShape wide = new CaptureShape(2, 200, Pooling.MEAN);
    float[] values = new float[400];
    values[399] = 3;
    StepActivations packed = StepActivations.encode(wide, NumberFormat.BF16, values).packed();
    float[] read = new float[400];
    try (ActivationCache cache = new ActivationCache(folder, wide)) {

      cache.append(packed);
      cache.read(0, read);

      assertThat(packed.packing()).isEqualTo(Packing.SHUFFLED_ZSTD);
      assertThat(read).containsExactly(values);
    }
  }

  @Test
  void shouldLeaveNoFileBehindAndStartEmpty() throws Exception {
    try (ActivationCache cache = new ActivationCache(folder, SHAPE)) {
      cache.append(StepActivations.encode(SHAPE, NumberFormat.F32, new float[8]));
      assertThat(Files.size(folder.resolve("f32"))).isEqualTo(32);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    Files.write(folder.resolve("f32"), new byte[99]);

    try (ActivationCache cache = new ActivationCache(folder, SHAPE)) {
      cache.append(StepActivations.encode(SHAPE, NumberFormat.F32, new float[8]));
      assertThat(Files.size(folder.resolve("f32"))).isEqualTo(32);
    }
  }

  @Test
  void shouldRefuseADirectoryInUseAndActivationsOfAnotherShape() {
    StepActivations good = StepActivations.encode(SHAPE, NumberFormat.F32, new float[8]);
    CaptureShape other = new CaptureShape(1, 4, Pooling.MEAN);
    try (ActivationCache cache = new ActivationCache(folder, SHAPE);
        ActivationCache second = new ActivationCache(folder, SHAPE)) {
      cache.append(good);

      assertThatThrownBy(() -> second.append(good)).hasMessageContaining("it is in use");
      assertThatThrownBy(
              () -> cache.append(StepActivations.encode(other, NumberFormat.F32, new float[4])))
          .hasMessageStartingWith("expected CaptureShape[layers=2");
      assertThatThrownBy(
              () -> cache.append(new StepActivations(SHAPE, NumberFormat.F32, new byte[31])))
          .hasMessage("expected a row of 32 bytes, got 31");
    }
  }

  @Test
  void shouldTrainFromDiskTheProbeThatMemoryGivesBitForBit() {
    List<LabelledStep> steps = PlantedSteps.draw(2000, SHAPE.size(), 1, x -> x[0] > x[5]);

    try (ActivationCache cache = new ActivationCache(folder, SHAPE)) {
      Examples onDisk = cached(cache, steps, ProbeInput.layerwise(SHAPE));

      assertThat(train(ChainSplit.of(onDisk, 1)))
          .usingRecursiveComparison()
          .isEqualTo(train(ChainSplit.of(inOrder(steps), 1)));
    }
  }

  @Test
  void shouldTrainOnTheMeanOfTheLayers() {
    ProbeInput input = new ProbeInput(SHAPE, LayerView.LAYER_MEAN);
    List<LabelledStep> steps = PlantedSteps.draw(1000, SHAPE.size(), 1, x -> x[3] + x[7] > 0);
    List<LabelledStep> means =
        steps.stream().map(step -> step.with(input.of(step.activations()))).toList();

    try (ActivationCache cache = new ActivationCache(folder, SHAPE)) {
      TrainedProbe trained = train(ChainSplit.of(cached(cache, steps, input), 1));

      assertThat(trained.probe().inputs()).isEqualTo(4);
      assertThat(trained)
          .usingRecursiveComparison()
          .isEqualTo(train(ChainSplit.of(inOrder(means), 1)));
    }
  }

  @Test
  void shouldGiveTheSameOrderHoweverTheLabelsCame() {
    List<LabelledStep> steps = PlantedSteps.draw(200, SHAPE.size(), 1, x -> x[0] > 0);
    List<LabelledStep> backwards =
        IntStream.range(0, steps.size()).mapToObj(i -> steps.get(199 - i)).toList();

    try (ActivationCache one = new ActivationCache(folder.resolve("1"), SHAPE);
        ActivationCache other = new ActivationCache(folder.resolve("2"), SHAPE)) {
      Examples first = cached(one, steps, ProbeInput.layerwise(SHAPE));
      Examples second = cached(other, backwards, ProbeInput.layerwise(SHAPE));

      assertThat(Labels.chainIds(first)).isSorted().isEqualTo(Labels.chainIds(second));
      assertThat(Labels.important(first)).isEqualTo(Labels.important(second));
      assertThat(Labels.figures(first, row -> row[2]))
          .isEqualTo(Labels.figures(second, row -> row[2]));
    }
  }

  /** 200,000 rows: 400 MB as arrays, 200 MB as bytes; the labels' index takes a tenth of that. */
  @Test
  void shouldKeepRowsOffTheHeapAndTrainOnThem() {
    CaptureShape wide = new CaptureShape(4, 128, Pooling.MEAN);
    long atFirst = usedHeap();
    try (ActivationCache cache = new ActivationCache(folder, wide)) {
      LabelIndex labels = many(200_000, cache);
      ProbeInput input = new ProbeInput(wide, LayerView.LAYER_MEAN);
      Examples examples = new CachedExamples(labels, cache, input, labels.usableInOrder());
      long grown = usedHeap() - atFirst;

      TrainedProbe trained = train(ChainSplit.of(examples, 1), ONE_EPOCH);

      assertThat(grown).isLessThan(100L << 20);
      assertThat(trained.report().train().steps()).isGreaterThan(130_000);
      assertThat(trained.report().figures().auroc()).isGreaterThan(0.9);
    }
  }

  private static LabelIndex many(int size, ActivationCache cache) {
    LabelIndex labels = new LabelIndex();
    Random random = new Random(1);
    float[] row = new float[cache.shape().size()];
    for (int i = 0; i < size; i++) {
      boolean important = i % 3 == 0;
      row[i % row.length] = random.nextFloat();
      row[5] = important ? 1 : -1;
      int number = labels.put(LabelledSamples.label("chain-" + i / 10, i % 10, important, 0, i));
      labels.setRow(
          number, cache.append(StepActivations.encode(cache.shape(), NumberFormat.BF16, row)));
    }
    return labels;
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<LabelledStep> inOrder(List<LabelledStep> steps) {
    return steps.stream()
        .sorted(
            Comparator.comparing((LabelledStep step) -> step.step().chainId())
                .thenComparing(step -> step.step().stepIndex()))
        .toList();
  }

  private static Examples cached(
      ActivationCache cache, List<LabelledStep> steps, ProbeInput input) {
    LabelIndex labels = new LabelIndex();
    for (int i = 0; i < steps.size(); i++) {
      LabelledStep step = steps.get(i);
      int number =
          labels.put(
              LabelledSamples.label(
                  step.step().chainId(), step.step().stepIndex(), step.important(), 0, i));
      labels.setRow(
          number,
          cache.append(
              StepActivations.encode(cache.shape(), NumberFormat.F32, step.activations())));
    }
    return new CachedExamples(labels, cache, input, labels.usableInOrder());
  }

  private static TrainedProbe train(ChainSplit split) {
    return train(split, new TrainingSettings(ProbeKind.MLP, QUICK, FlagPrecision.DEFAULT, 3));
  }

  private static TrainedProbe train(ChainSplit split, TrainingSettings settings) {
    return new ProbeTrainer(settings, TrainingListener.NONE).train(split);
  }
}
