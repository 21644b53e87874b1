package dev.linchpin.registry;

/** Where entries are kept. */
interface RegistryLog extends AutoCloseable {

  /** Writes an entry, and returns when it is kept and applied to the state. */
  void append(LogEntry entry);

  @Override
  void close();
}
