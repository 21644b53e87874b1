package dev.linchpin.wire;

/** What the {@code chains} topic carries: the start and the end of a chain. */
public sealed interface ChainEvent permits ChainStarted, ChainFinished {
  String chainId();
}
