package dev.linchpin.inference;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records to the cluster. */
interface RecordSender extends AutoCloseable {

  /**
   * Hands a record over; may wait for the cluster.
   *
   * @param outcome is told once: nothing when the cluster has the record, otherwise why it never
   *     will; not told when this method throws
   * @throws RuntimeException when the record was not taken; {@link Faults#pass} says whether trying
   *     again may help
   */
  void send(ProducerRecord<byte[], byte[]> record, Consumer<Optional<Exception>> outcome);

  /** Gives up what has not been acknowledged, and says so to whoever waits for its outcome. */
  @Override
  void close();
}
