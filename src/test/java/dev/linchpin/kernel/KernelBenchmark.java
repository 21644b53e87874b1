package dev.linchpin.kernel;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds that a batch of steps takes, 7B shape (28 × 3584 values, 128 units): {@code mvn -q
 * test-compile exec:exec@jmh}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx1g"})
public class KernelBenchmark {
  private static final int INPUTS = 28 * 3584;
  private static final int UNITS = 128;

  /** Steps of a batch. */
  @Param({"1", "4", "16", "84"})
  private int steps;

  /** By what instructions. */
  @Param({"VECTOR", "PLAIN"})
  private Instructions instructions;

  private Kernel kernel;
  private Scratch scratch;
  private Weights single;
  private Weights halved;
  private byte[][] data;
  private Spread spread;
  private float[] panel;
  private float[][] lanes;
  private Sums sums;

  /** A kernel by name. */
  public enum Instructions {
    VECTOR {
      @Override
      Kernel kernel() {
        return new VectorKernel();
      }
    },
    PLAIN {
      @Override
      Kernel kernel() {
        return new PlainKernel();
      }
    };

    abstract Kernel kernel();
  }

  /** Makes weights and steps. */
  @Setup
  public void make() {
    kernel = instructions.kernel();
    scratch = new Scratch(kernel);
    Random random = new Random(1);
    SingleWeights weights =
        SingleWeights.pack(values(random, INPUTS * UNITS), INPUTS, kernel.width());
    single = weights;
    halved = BFloat16Weights.of(weights);
    data = new byte[steps][2 * INPUTS];
    for (byte[] step : data) {
      random.nextBytes(step);
    }
    spread = new Spread(values(random, INPUTS), values(random, INPUTS));
    int rows = (steps + Kernel.ROWS - 1) / Kernel.ROWS * Kernel.ROWS;
    panel = values(random, rows * Panel.STRIDE);
    lanes = new float[steps][Kernel.LANES];
    sums = new Sums(new float[rows * weights.outputs()], weights.outputs());
  }

  /** The first layer's products, weights in single precision (51 MB). */
  @Benchmark
  public Sums productsF32() {
    return products(single);
  }

  /** The first layer's products, weights in bfloat16 (26 MB). */
  @Benchmark
  public Sums productsBf16() {
    return products(halved);
  }

  /** The steps' values from bytes to single precision. */
  @Benchmark
  public float[] expand() {
    for (int from = 0; from < INPUTS; from += Panel.STRIDE) {
      for (int row = 0; row < steps; row++) {
        kernel.expand(data[row], 2 * from, panel, row * Panel.STRIDE, Panel.STRIDE);
      }
    }
    return panel;
  }

  /** How far the steps are from the training data. */
  @Benchmark
  public float[][] distances() {
    for (int from = 0; from < INPUTS; from += Panel.STRIDE) {
      for (int row = 0; row < steps; row++) {
        kernel.addSquares(panel, row * Panel.STRIDE, spread, from, Panel.STRIDE, lanes[row]);
      }
    }
    return lanes;
  }

  private Sums products(Weights weights) {
    int rows = panel.length / Panel.STRIDE;
    for (int from = 0; from < INPUTS; from += Panel.STRIDE) {
      weights.multiply(new Panel(panel, rows, Panel.STRIDE), from, sums, scratch);
    }
    return sums;
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
