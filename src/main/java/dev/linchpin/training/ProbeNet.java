package dev.linchpin.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import java.util.List;
import java.util.Random;

/** A probe under training: one dense layer, or two with ReLU between them. Owns its arrays. */
final class ProbeNet implements AutoCloseable {
  private final NDManager manager;
  private final int inputs;
  private final List<DenseLayer> layers;

  private ProbeNet(NDManager manager, int inputs, List<DenseLayer> layers) {
    this.manager = manager;
    this.inputs = inputs;
    this.layers = layers;
  }

  static ProbeNet linear(int inputs, Random random) {
    NDManager manager = NDManager.newBaseManager();
    return new ProbeNet(manager, inputs, List.of(DenseLayer.draw(manager, 1, inputs, random)));
  }

  static ProbeNet mlp(int inputs, int units, Random random) {
    NDManager manager = NDManager.newBaseManager();
    DenseLayer hidden = DenseLayer.draw(manager, units, inputs, random);
    return new ProbeNet(
        manager, inputs, List.of(hidden, DenseLayer.draw(manager, 1, units, random)));
  }

  /**
   * One update of the weights.
   *
   * @param rows {@code [n, inputs]}, row-major
   * @param important {@code [n]}
   * @return the mean cross-entropy before the update, in nats
   */
  float descend(float[] rows, boolean[] important, Optimizer optimizer) {
    float value;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = loss(rows, important);
        collector.backward(loss);
        value = loss.getFloat();
      }
    }
    update(optimizer);
    return value;
  }

  /**
   * Mean cross-entropy of the labels, in nats. The caller has opened a scope and closes it.
   *
   * <p>With {@code s = 1} for a removable step and {@code -1} for an important one it is {@code
   * log(1 + exp(s * logit))}, and that is what the second column of the log-softmax of {@code [s *
   * logit, 0]} holds, negated, without overflow.
   */
  NDArray loss(float[] rows, boolean[] important) {
    float[] signs = new float[important.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = important[i] ? -1 : 1;
    }
    Shape column = new Shape(signs.length, 1);
    NDArray signed = forward(rows, layers).mul(manager.create(signs, column));
    NDArray pair = signed.concat(manager.zeros(column), 1);
    return pair.logSoftmax(1).get(new NDIndex(":, 1")).neg().mean();
  }

  /**
   * Logits without a training graph.
   *
   * @param rows {@code [n, inputs]}, row-major
   * @return {@code [n]}
   */
  float[] logits(float[] rows) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return forward(rows, layers.stream().map(DenseLayer::frozen).toList()).toFloatArray();
    }
  }

  /** All parameters, layer by layer, weights before biases. */
  List<NDArray> parameters() {
    return layers.stream().flatMap(DenseLayer::parameters).toList();
  }

  /** A copy of the weights as they are now. */
  Probe snapshot() {
    DenseLayer first = layers.get(0);
    float[] weights = first.weight().toFloatArray();
    float[] biases = first.bias().toFloatArray();
    if (layers.size() == 1) {
      return new LinearProbe(weights, biases[0]);
    }
    DenseLayer second = layers.get(1);
    return new MlpProbe(
        inputs, weights, biases, second.weight().toFloatArray(), second.bias().getFloat());
  }

  @Override
  public void close() {
    manager.close();
  }

  private NDArray forward(float[] rows, List<DenseLayer> through) {
    NDArray x = manager.create(rows, new Shape(rows.length / inputs, inputs));
    for (int i = 0; i < through.size(); i++) {
      x = through.get(i).forward(i == 0 ? x : Activation.relu(x));
    }
    return x;
  }

  /**
   * Outside any scope: the optimiser's state is made at the first update and must live on. The
   * update sets the gradients to zero, which else would add up.
   */
  private void update(Optimizer optimizer) {
    List<NDArray> parameters = parameters();
    for (int i = 0; i < parameters.size(); i++) {
      try (NDArray gradient = parameters.get(i).getGradient()) {
        optimizer.update(Integer.toString(i), parameters.get(i), gradient);
      }
    }
  }
}
