package dev.linchpin.kernel;

final class Kernels {
  static final Kernel BEST = best();

  private Kernels() {}

  private static Kernel best() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors ? new VectorKernel() : new PlainKernel();
  }
}
