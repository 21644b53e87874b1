package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** How a computation owns its arrays and whether it is recorded for gradients. */
final class Inference {

  private Inference() {}

  /**
   * Runs work without recording gradients, then closes every array it made. Gradient mode belongs
   * to the thread and is on in a new one.
   */
  static void run(Runnable work) {
    run(work, false);
  }

  /** Runs work that asks for gradients, then closes every array it made. */
  static void recorded(Runnable work) {
    run(work, true);
  }

  private static void run(Runnable work, boolean gradients) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(gradients);
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      work.run();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /** Closes every array that the work made, except its result. */
  static NDArray keepingResult(Supplier<NDArray> work) {
    NDArray result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = work.get();
      NDScope.unregister(result);
    }
    NDScope.register(result);
    return result;
  }
}
