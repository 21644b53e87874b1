package dev.linchpin.probe;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.kernel.Kernel;
import dev.linchpin.kernel.Panel;
import dev.linchpin.kernel.Scratch;
import dev.linchpin.kernel.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads batches of steps with a probe: one pass over the bytes of all steps, block by block. A
 * block of every step is expanded from its number format into a panel that stays in the core's
 * cache, measured against the training data and multiplied with the block's weights. A step gives
 * the same reading alone and among others.
 *
 * <p>Holds its buffers and so belongs to one thread.
 */
public final class BatchReader {
  /** Steps of a panel: 384 KiB. */
  private static final int LARGEST_PANEL = 96;

  private final Kernel kernel = Kernel.best();
  private final Scratch scratch = new Scratch(kernel);
  private final float[] layer = new float[Panel.STRIDE];
  private float[] panel = new float[0];

  /**
   * The readings of some steps, in their order.
   *
   * @param probe reads {@code input}
   * @param reference of the probe
   * @param steps all of a capture shape that the input reads, not packed, their bytes as long as it
   *     says
   */
  public List<StepReading> read(
      PackedProbe probe,
      ProbeInput input,
      Optional<TrainingReference> reference,
      List<StepActivations> steps) {
    List<StepReading> readings = new ArrayList<>(steps.size());
    Optional<Spread> spread = reference.map(r -> new Spread(r.mean(), r.scale()));
    for (int from = 0; from < steps.size(); from += LARGEST_PANEL) {
      int to = Math.min(from + LARGEST_PANEL, steps.size());
      readings.addAll(new Batch(probe, input, spread, steps.subList(from, to)).read());
    }
    return readings;
  }

  private final class Batch {
    private final PackedProbe probe;
    private final ProbeInput input;
    private final Optional<Spread> spread;
    private final List<StepActivations> steps;
    private final int rows;
    private final PackedProbe.Reading reading;
    private final float[][] squares;

    Batch(
        PackedProbe probe, ProbeInput input, Optional<Spread> spread, List<StepActivations> steps) {
      this.probe = probe;
      this.input = input;
      this.spread = spread;
      this.steps = steps;
      this.rows = rowsFor(steps.size());
      this.reading = probe.begin(rows);
      this.squares = new float[steps.size()][Kernel.LANES];
    }

    List<StepReading> read() {
      if (panel.length < rows * Panel.STRIDE) {
        panel = new float[rows * Panel.STRIDE];
      }
      for (int from = 0; from < probe.inputs(); from += Panel.STRIDE) {
        readBlock(from, Math.min(Panel.STRIDE, probe.inputs() - from));
      }
      List<StepReading> readings = new ArrayList<>(steps.size());
      for (int row = 0; row < steps.size(); row++) {
        readings.add(reading(row));
      }
      return readings;
    }

    private void readBlock(int from, int depth) {
      for (int row = 0; row < steps.size(); row++) {
        fill(steps.get(row), from, row * Panel.STRIDE, depth);
        measure(row, from, depth);
      }
      reading.add(new Panel(panel, rows, depth), from, scratch);
    }

    private void fill(StepActivations step, int from, int at, int depth) {
      switch (input.view()) {
        case LAYERWISE -> step.decode(from, panel, at, depth);
        case LAYER_MEAN -> fillMean(step, from, at, depth);
      }
    }

    private void fillMean(StepActivations step, int from, int at, int depth) {
      Arrays.fill(panel, at, at + depth, 0);
      int layers = step.shape().layers();
      for (int number = 0; number < layers; number++) {
        step.decode(number * input.shape().hidden() + from, layer, 0, depth);
        for (int i = 0; i < depth; i++) {
          panel[at + i] += layer[i];
        }
      }
      for (int i = at; i < at + depth; i++) {
        panel[i] /= layers;
      }
    }

    private void measure(int row, int from, int depth) {
      spread.ifPresent(
          s -> kernel.addSquares(panel, row * Panel.STRIDE, s, from, depth, squares[row]));
    }

    private StepReading reading(int row) {
      return new StepReading(reading.firstLayer(row), distance(row));
    }

    private OptionalDouble distance(int row) {
      return spread.isPresent()
          ? OptionalDouble.of(Lanes.sum(squares[row]) / probe.inputs())
          : OptionalDouble.empty();
    }
  }

  /** Products come in fours: those of a fourth step beside three cost nothing. */
  private static int rowsFor(int steps) {
    return (steps + Kernel.ROWS - 1) / Kernel.ROWS * Kernel.ROWS;
  }
}
