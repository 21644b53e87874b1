package dev.linchpin.dashboard.chain;

/** Where a chain stands. */
public enum ChainState {
  /** Its end is not known. */
  RUNNING,
  /** It ended. */
  FINISHED
}
