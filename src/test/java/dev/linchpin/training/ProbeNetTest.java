package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProbeNetTest {
  private static final int INPUTS = 5;
  private static final int UNITS = 4;
  private static final int ROWS = 7;
  private static final double STEP = 1e-5;

  private final float[] rows = rows();
  private final boolean[] important = {true, false, true, true, false, false, true};

  @Test
  void shouldHaveTheGradientsOfFiniteDifferencesWhateverTheCollectorFrees() {
    for (int round = 0; round < 3; round++) {
      try (ProbeNet net = ProbeNet.mlp(INPUTS, UNITS, new Random(round))) {
        double[] expected = finiteDifferences((MlpProbe) net.snapshot());

        assertThat(gradients(net)).usingComparatorWithPrecision(1e-5).containsExactly(expected);
      }
    }
  }

  @Test
  void shouldStartEachUpdateFromFreshGradients() {
    try (ProbeNet net = ProbeNet.mlp(INPUTS, UNITS, new Random(1))) {
      net.descend(rows, important, Optimizer.adamW().build());
      double[] expected = finiteDifferences((MlpProbe) net.snapshot());

      assertThat(gradients(net)).usingComparatorWithPrecision(1e-5).containsExactly(expected);
    }
  }

  @Test
  void shouldHaveTheLossOfItsDefinition() {
    try (ProbeNet net = ProbeNet.mlp(INPUTS, UNITS, new Random(2));
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();

      double loss = net.loss(rows, important).getFloat();

      assertThat(loss).isCloseTo(loss((MlpProbe) net.snapshot()), within(1e-6));
    }
  }

  @Test
  void shouldKeepTheLossFiniteForHugeLogits() {
    try (ProbeNet net = ProbeNet.linear(1, new Random(3));
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      float weight = ((LinearProbe) net.snapshot()).weights()[0];
      float[] huge = {1e6f / weight, 1e6f / weight};

      double loss = net.loss(huge, new boolean[] {true, false}).getFloat();

      assertThat(loss).isCloseTo(5e5, within(1.0));
    }
  }

  @Test
  void shouldGiveTheLogitsOfItsSnapshot() {
    try (ProbeNet net = ProbeNet.mlp(INPUTS, UNITS, new Random(4))) {
      MlpProbe snapshot = (MlpProbe) net.snapshot();

      float[] logits = net.logits(rows);

      for (int row = 0; row < ROWS; row++) {
        assertThat(logits[row]).isCloseTo(snapshot.logit(row(row)), within(1e-5f));
      }
    }
  }

  @Test
  void shouldStepAsAdamWDoes() {
    float rate = 0.01f;
    float decay = 0.5f;
    Optimizer adamW =
        Optimizer.adamW()
            .optLearningRateTracker(Tracker.fixed(rate))
            .optWeightDecays(decay)
            .build();
    try (ProbeNet net = ProbeNet.linear(INPUTS, new Random(5));
        ProbeNet twin = ProbeNet.linear(INPUTS, new Random(5))) {
      float[] before = ((LinearProbe) net.snapshot()).weights();
      double[] gradients = gradients(twin);

      net.descend(rows, important, adamW);

      float[] after = ((LinearProbe) net.snapshot()).weights();
      for (int i = 0; i < INPUTS; i++) {
        // The first step of Adam is the learning rate against the gradient's sign.
        double expected = before[i] * (1 - rate * decay) - rate * Math.signum(gradients[i]);
        assertThat((double) after[i]).isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void shouldNotHoardNativeArrays() {
    Optimizer adamW = Optimizer.adamW().optLearningRateTracker(Tracker.fixed(0.01f)).build();
    try (ProbeNet net = ProbeNet.mlp(INPUTS, UNITS, new Random(6))) {
      net.descend(rows, important, adamW);
      net.logits(rows);
      int afterOne = managedArrays(net);

      for (int i = 0; i < 50; i++) {
        net.descend(rows, important, adamW);
        net.logits(rows);
      }

      assertThat(managedArrays(net)).isEqualTo(afterOne);
    }
  }

  /** Frees what Java has dropped between the forward and the backward pass. */
  private double[] gradients(ProbeNet net) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = net.loss(rows, important);
        collectGarbage();
        collector.backward(loss);
      }
      return flatten(net.parameters().stream().map(NDArray::getGradient));
    }
  }

  private static int managedArrays(ProbeNet net) {
    return net.parameters().get(0).getManager().getManagedArrays().size();
  }

  private static void collectGarbage() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      ByteBuffer.allocateDirect(1 << 20).putLong(0, -1L);
    }
  }

  private static double[] flatten(Stream<NDArray> arrays) {
    return arrays
        .flatMapToDouble(
            array -> {
              float[] values = array.toFloatArray();
              return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
            })
        .toArray();
  }

  /** Of w1, b1, w2, b2 in this order, in double precision. */
  private double[] finiteDifferences(MlpProbe probe) {
    double[] parameters = parameters(probe);
    double[] differences = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      double value = parameters[i];
      parameters[i] = value + STEP;
      double above = loss(parameters);
      parameters[i] = value - STEP;
      differences[i] = (above - loss(parameters)) / (2 * STEP);
      parameters[i] = value;
    }
    return differences;
  }

  private double loss(MlpProbe probe) {
    return loss(parameters(probe));
  }

  private static double[] parameters(MlpProbe probe) {
    double[] all = new double[UNITS * INPUTS + 2 * UNITS + 1];
    int at = 0;
    for (float[] part : new float[][] {probe.w1(), probe.b1(), probe.w2(), {probe.b2()}}) {
      for (float value : part) {
        all[at++] = value;
      }
    }
    return all;
  }

  private double loss(double[] parameters) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double logit = logit(parameters, row(row));
      sum += Math.log1p(Math.exp(important[row] ? -logit : logit));
    }
    return sum / ROWS;
  }

  private static double logit(double[] parameters, float[] x) {
    int b1 = UNITS * INPUTS;
    double logit = parameters[b1 + 2 * UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      double z = parameters[b1 + unit];
      for (int i = 0; i < INPUTS; i++) {
        z += parameters[unit * INPUTS + i] * x[i];
      }
      logit += parameters[b1 + UNITS + unit] * Math.max(z, 0);
    }
    return logit;
  }

  private float[] row(int row) {
    return Arrays.copyOfRange(rows, row * INPUTS, (row + 1) * INPUTS);
  }

  private static float[] rows() {
    Random random = new Random(9);
    float[] rows = new float[ROWS * INPUTS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}
