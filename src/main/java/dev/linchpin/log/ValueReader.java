package dev.linchpin.log;

import dev.linchpin.log.TopicTail.Entry;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A follower's reader of decoded values.
 *
 * @param past gets what was there in the beginning
 * @param fresh gets what came later
 */
public record ValueReader<V>(TopicTail<V> tail, Consumer<Entry<V>> past, Consumer<Entry<V>> fresh)
    implements TopicFollower.Reader {

  /** Follows a topic from {@code start} on, in a thread of its own. */
  public static <V> TopicFollower follow(
      Cluster cluster,
      Topic<V> topic,
      Start start,
      Consumer<Entry<V>> past,
      Consumer<Entry<V>> fresh) {
    Cluster impatient = TopicFollower.impatient(cluster);
    return TopicFollower.start(
        topic.name(),
        patience ->
            new ValueReader<>(new TopicTail<>(impatient, topic, start, patience), past, fresh));
  }

  @Override
  public void catchUp() {
    tail.readToEnd(past);
  }

  @Override
  public void poll(Duration timeout) {
    tail.poll(timeout, fresh);
  }

  @Override
  public void close() {
    tail.close();
  }
}
