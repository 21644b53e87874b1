package dev.linchpin.training;

import dev.linchpin.log.TopicTail;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The labels, from the beginning of their topic. Of several records of one step the one handed over
 * last counts: a chain's records lie in one partition, so their order is kept.
 */
final class LabelLog implements AutoCloseable {
  private final TopicTail<StepLabelled> tail;

  LabelLog(Cluster cluster, Patience patience) {
    tail = new TopicTail<>(cluster, cluster.topics().labels(), patience);
  }

  /** Hands over all that are there. */
  void readToEnd(Consumer<StepLabelled> sink) {
    tail.readToEnd(entry -> entry.value().ifPresent(sink));
  }

  /** Hands over what is there, or comes within {@code timeout}. */
  void poll(Duration timeout, Consumer<StepLabelled> sink) {
    tail.poll(timeout, entry -> entry.value().ifPresent(sink));
  }

  /** Records that could not be decoded so far. */
  long malformed() {
    return tail.malformed();
  }

  @Override
  public void close() {
    tail.close();
  }
}
