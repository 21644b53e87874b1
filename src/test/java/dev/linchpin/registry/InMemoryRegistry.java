package dev.linchpin.registry;

import java.util.ArrayList;
import java.util.List;

/** Registries without a broker, for tests; a list stands for the topic. */
public final class InMemoryRegistry {

  private InMemoryRegistry() {}

  /** An empty one on a free port. */
  public static EmbeddedRegistry start() {
    return start(new ArrayList<>(), 0);
  }

  /** One that goes on from what another wrote. */
  static EmbeddedRegistry start(List<LogEntry> log, int port) {
    return EmbeddedRegistry.start(
        state -> {
          log.forEach(state);
          return new RegistryLog() {
            @Override
            public void append(LogEntry entry) {
              log.add(entry);
              state.accept(entry);
            }

            @Override
            public void close() {}
          };
        },
        port);
  }
}
