package dev.linchpin.stream;

import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;

/**
 * What a role does.
 *
 * @param topology from topics to topics
 * @param clients reads and writes them
 */
public record StreamsWork(Topology topology, KafkaClientSupplier clients) {

  /** With Kafka's own clients. */
  public StreamsWork(Topology topology) {
    this(topology, new StreamsClients());
  }
}
