package dev.linchpin.log;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Follows a topic in a thread of its own until it is closed, whatever the cluster does: what is
 * away is waited for, and after any other fault it goes on where it was.
 */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long a question to the cluster may keep the thread from seeing that it is closed. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final String name;
  private final Opening opening;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private Optional<Reader> reader = Optional.empty();
  private volatile boolean caughtUp;

  /** Reads a topic; used in the follower's thread only. */
  public interface Reader extends AutoCloseable {
    /** Reads what is there; goes on there when it is called again after a fault. */
    void catchUp();

    /** Reads what is there, or comes within {@code timeout}. */
    void poll(Duration timeout);

    @Override
    void close();
  }

  /** Opens a reader, in the follower's thread. */
  @FunctionalInterface
  public interface Opening {
    Reader open(Patience patience);
  }

  private TopicFollower(String name, Opening opening, Duration pause) {
    this.name = name;
    this.opening = opening;
    this.pause = pause;
    this.thread = new Thread(this::run, "linchpin-follow-" + name);
    thread.setDaemon(true);
  }

  /**
   * Begins to follow.
   *
   * @param name of the thread and for the log: what is followed
   */
  public static TopicFollower start(String name, Opening opening) {
    return start(name, opening, PAUSE);
  }

  /** As above; rests for {@code pause} after a fault. */
  static TopicFollower start(String name, Opening opening, Duration pause) {
    TopicFollower follower = new TopicFollower(name, opening, pause);
    follower.thread.start();
    return follower;
  }

  /** The same cluster for a reader that is to notice soon that it is closed. */
  public static Cluster impatient(Cluster cluster) {
    Map<String, Object> client = new HashMap<>(cluster.client());
    client.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    return new Cluster(client, cluster.topics());
  }

  /** Whether all has been read that was there in the beginning. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  /** Ends the thread, and waits for it as long as one question to the cluster may take. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(ANSWER.plusSeconds(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosing()) {
      try {
        advance();
      } catch (RuntimeException e) {
        recover(e);
      }
    }
    reader.ifPresent(Reader::close);
  }

  private void advance() {
    if (reader.isEmpty()) {
      reader = Optional.of(opening.open(new Patience(this::rest, this::isClosing)));
    } else if (!caughtUp) {
      reader.get().catchUp();
      caughtUp = true;
    } else {
      reader.get().poll(POLL);
    }
  }

  private void recover(RuntimeException fault) {
    if (!isClosing()) {
      LOG.errorf(fault, "Following stumbled, goes on: topic=%s cause=%s", name, fault.getMessage());
      try {
        rest(pause);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  private void rest(Duration time) throws InterruptedException {
    var unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
