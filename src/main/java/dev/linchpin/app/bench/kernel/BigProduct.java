package dev.linchpin.app.bench.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The first layer of the probe for many steps in one matrix product, {@code [steps, inputs] ×
 * [inputs, units]} in float32, by DJL: what arithmetic alone allows.
 */
public final class BigProduct implements Kernel {
  private final int steps;
  private final int threads;
  private final int threadsBefore;
  private final NDManager manager = NDManager.newBaseManager();
  private final NDArray activations;
  private final NDArray weights;

  /**
   * Makes the operands.
   *
   * @param steps rows of the product
   * @param inputs of the probe
   * @param units of the probe's hidden layer
   * @param threads of the library; all products of this process have them until this is closed
   */
  public BigProduct(int steps, int inputs, int units, int threads) {
    this.steps = steps;
    this.threads = threads;
    this.activations = manager.randomNormal(new Shape(steps, inputs));
    this.weights = manager.randomNormal(new Shape(inputs, units));
    this.threadsBefore = JniUtils.getNumThreads();
    JniUtils.setNumThreads(threads);
  }

  @Override
  public String name() {
    return "matMul, batches of %d, %d %s"
        .formatted(steps, threads, threads == 1 ? "thread" : "threads");
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public void run() {
    activations.matMul(weights).close();
  }

  @Override
  public void close() {
    JniUtils.setNumThreads(threadsBefore);
    manager.close();
  }
}
