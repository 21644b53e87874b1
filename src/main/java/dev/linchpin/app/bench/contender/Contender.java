package dev.linchpin.app.bench.contender;

/** Somebody who reads all steps of the cluster from the first on. */
public interface Contender {
  /** What it is called in reports. */
  String name();

  /**
   * Runs once.
   *
   * @param records steps that are there
   */
  Run run(long records);
}
