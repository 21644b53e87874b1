package dev.linchpin.scoring;

import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How a consumer comes by its next records. For one consumer and its thread. */
@FunctionalInterface
public interface Feed {
  /** Whatever the log has. */
  Feed LIVE = (consumer, poll, timeout) -> poll.apply(timeout);

  /**
   * The next records, and where each partition goes on.
   *
   * @param consumer to be asked for anything but records
   * @param poll asks it for records, and waits no longer than it is told
   * @param timeout longest wait
   */
  ConsumerRecords<byte[], byte[]> next(
      Consumer<byte[], byte[]> consumer,
      Function<Duration, ConsumerRecords<byte[], byte[]>> poll,
      Duration timeout);
}
