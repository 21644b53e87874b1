package dev.linchpin.dashboard.alerts;

import dev.linchpin.log.TopicTail;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Follows a topic from its beginning, in a thread of its own. */
final class TopicFollower<V> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Cluster cluster;
  private final Topic<V> topic;
  private final Consumer<TopicTail.Entry<V>> past;
  private final Consumer<TopicTail.Entry<V>> news;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean current;

  /**
   * Begins to follow.
   *
   * @param past takes the records that are there, in the follower's thread
   * @param news takes those that come
   */
  static <V> TopicFollower<V> start(
      Cluster cluster,
      Topic<V> topic,
      Consumer<TopicTail.Entry<V>> past,
      Consumer<TopicTail.Entry<V>> news) {
    TopicFollower<V> follower = new TopicFollower<>(cluster, topic, past, news);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  private TopicFollower(
      Cluster cluster,
      Topic<V> topic,
      Consumer<TopicTail.Entry<V>> past,
      Consumer<TopicTail.Entry<V>> news) {
    this.cluster = cluster;
    this.topic = topic;
    this.past = past;
    this.news = news;
    this.thread = new Thread(this::run, "linchpin-follow-" + topic.name());
  }

  /** Whether all was read that was there at the start, and the topic can be read. */
  boolean isCurrent() {
    return current;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (TopicTail<V> tail = new TopicTail<>(cluster, topic, Patience.until(this::isClosing))) {
      tail.readToEnd(past);
      current = true;
      while (!isClosing()) {
        tail.poll(POLL, news);
      }
    } catch (RuntimeException e) {
      if (!isClosing()) {
        LOG.errorf(e, "A topic is no longer followed: topic=%s cause=%s", topic.name(), e);
      }
    } finally {
      current = false;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
