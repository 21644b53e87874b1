package dev.linchpin.stream;

import dev.linchpin.wire.Patience;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A Kafka Streams topology at work, from the first look at its topics to the end. Several with the
 * same application id share the partitions.
 */
public abstract class StreamsRole implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final StreamsConfig settings;
  private final Consumer<Admin> check;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Patience patience = Patience.until(closing::get);
  private final UncaughtPolicy policy;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final KafkaStreams streams;

  /**
   * A role that does not run yet.
   *
   * @param name what it does, for messages: "Scoring"
   * @param settings of Kafka Streams
   * @param check throws {@link IllegalStateException} when the topics are not as they have to be
   * @param work makes the work, which waits by the patience given: it ends at closing
   */
  protected StreamsRole(
      String name,
      Properties settings,
      Consumer<Admin> check,
      Function<Patience, StreamsWork> work) {
    this.name = name;
    this.settings = new StreamsConfig(settings);
    this.check = check;
    policy = new UncaughtPolicy(name, closing::get);
    StreamsWork todo = work.apply(patience);
    streams = new KafkaStreams(todo.topology(), this.settings, todo.clients());
    streams.setUncaughtExceptionHandler(policy);
    streams.setStateListener((state, previous) -> note(state));
  }

  /**
   * Looks for the topics, loads what is global and begins to work. Waits, as long as it takes, for
   * a cluster or a registry that is away; {@link #close()} ends the wait.
   *
   * @throws IllegalStateException when topics are missing or not as they have to be
   */
  public final void start() {
    String id = settings.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    try (Admin admin = Admin.create(settings.getAdminConfigs(id + "-start"))) {
      patience.insist(
          () -> {
            check.accept(admin);
            return admin;
          });
    }
    streams.start();
  }

  /**
   * Waits until records are worked on.
   *
   * @throws IllegalStateException when the role stopped instead, or did not begin in time
   */
  public final void awaitRunning(Duration timeout) throws InterruptedException {
    boolean inTime = begun.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!inTime || !isRunning()) {
      throw new IllegalStateException(
          "%s: expected it to run within %s, is %s".formatted(name, timeout, streams.state()),
          policy.failure().orElse(null));
    }
  }

  /**
   * Waits until the role is closed.
   *
   * @throws IllegalStateException when it stopped by itself, with the reason
   */
  public final void awaitStopped() throws InterruptedException {
    stopped.await();
    policy
        .failure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException(name + " stopped: " + failure.getMessage(), failure);
            });
  }

  /** Whether records are worked on, or will be as soon as a rebalance is over. */
  public final boolean isRunning() {
    return streams.state().isRunningOrRebalancing();
  }

  /** Commits, leaves the group and stops. */
  @Override
  public final void close() {
    close(CLOSE_TIMEOUT);
  }

  /**
   * As {@link #close()}.
   *
   * @param timeout longest wait; what has not stopped then goes on stopping by itself
   */
  public final void close(Duration timeout) {
    closing.set(true);
    streams.close(
        CloseOptions.timeout(timeout)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  /** For interactive queries. */
  protected final KafkaStreams streams() {
    return streams;
  }

  private void note(State state) {
    boolean over = state == State.ERROR || state == State.NOT_RUNNING;
    if (over || state == State.RUNNING) {
      begun.countDown();
    }
    if (over) {
      stopped.countDown();
    }
  }
}
