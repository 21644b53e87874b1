package dev.linchpin.app.bench.tax;

import dev.linchpin.inference.ChainRequest;

/** A way to generate a chain. Every way draws the same tokens for the same request. */
public interface Generation {
  /** What it is called in reports. */
  String name();

  /**
   * Generates one chain.
   *
   * @return tokens after the prompt
   */
  int generate(ChainRequest request) throws InterruptedException;

  /** Waits until nothing is left to do of what was generated. */
  void settle() throws InterruptedException;
}
