package dev.linchpin.registry;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The registry in this JVM, on 127.0.0.1; what it holds is in a topic. */
public final class EmbeddedRegistry implements AutoCloseable {

  /** The topic unless told otherwise: that of Confluent's registry. */
  public static final String TOPIC = "_schemas";

  private final RegistryLog log;
  private final RegistryHttpServer server;

  private EmbeddedRegistry(RegistryLog log, RegistryHttpServer server) {
    this.log = log;
    this.server = server;
  }

  /** Starts on a free port, in {@link #TOPIC}. */
  public static EmbeddedRegistry start(String bootstrapServers) {
    return start(Map.of("bootstrap.servers", bootstrapServers), TOPIC, 0);
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @param kafka settings of Kafka's clients, {@code bootstrap.servers} at least
   * @param topic where schemas are kept; made when absent
   * @param port 0 for any free one
   */
  public static EmbeddedRegistry start(Map<String, ?> kafka, String topic, int port) {
    return start(state -> KafkaRegistryLog.open(kafka, topic, state), port);
  }

  /** Starts on a log that applies to the given state what it holds and what is appended. */
  static EmbeddedRegistry start(Function<Consumer<LogEntry>, RegistryLog> open, int port) {
    SchemaState state = new SchemaState();
    RegistryLog log = open.apply(state::apply);
    try {
      RegistryApi api = new RegistryApi(new SchemaRegistry(state, log));
      return new EmbeddedRegistry(log, RegistryHttpServer.start(api, port));
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** The address, for {@code schema.registry.url}. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    log.close();
  }
}
