package dev.linchpin.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The configuration of a single node.
 *
 * @param host where it listens
 * @param port for clients
 * @param controllerPort for itself
 * @param folder where its data is
 */
record NodeSettings(String host, int port, int controllerPort, Path folder) {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  // A probe for a model of 7 billion parameters takes 51 MB, its dead letter a little more.
  private static final int LARGEST_MESSAGE = 66 << 20;
  private static final int LOG_CLEANER_MEMORY = 2 << 20;
  // Activations come by the hundreds of megabytes a second: what is deleted has to go soon.
  private static final String RETENTION_CHECK_MS = "10000";

  Properties properties() {
    Properties properties = new Properties();
    node(properties);
    listeners(properties);
    alone(properties);
    limits(properties);
    return properties;
  }

  private void node(Properties p) {
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE_ID));
    p.put("controller.quorum.voters", NODE_ID + "@" + host + ":" + controllerPort);
    p.put("log.dirs", folder.toString());
  }

  private void listeners(Properties p) {
    String client = "PLAINTEXT://" + host + ":" + port;
    p.put("listeners", client + "," + CONTROLLER + "://" + host + ":" + controllerPort);
    p.put("advertised.listeners", client);
    p.put("controller.listener.names", CONTROLLER);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    p.put("inter.broker.listener.name", "PLAINTEXT");
  }

  /** Nobody else to replicate to, nobody else to wait for. */
  private static void alone(Properties p) {
    p.put("default.replication.factor", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void limits(Properties p) {
    p.put("auto.create.topics.enable", "false");
    p.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
    p.put("log.retention.check.interval.ms", RETENTION_CHECK_MS);
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(LOG_CLEANER_MEMORY));
  }
}
