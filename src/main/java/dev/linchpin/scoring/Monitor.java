package dev.linchpin.scoring;

import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.TopicsCheck;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * The scoring topology at work. Several monitors with the same application id share the partitions.
 */
public final class Monitor implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final ScoringSettings settings;
  private final Topics topics;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Patience patience = Patience.until(closing::get);
  private final UncaughtPolicy policy = new UncaughtPolicy(closing::get);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final KafkaStreams streams;

  /**
   * A monitor that does not run yet.
   *
   * @param settings where the cluster and the registry are, and how to work
   * @param topics the catalogue
   * @param meters takes the meters of scoring
   * @param clock says when scores were computed
   */
  public Monitor(ScoringSettings settings, Topics topics, MeterRegistry meters, Clock clock) {
    this.settings = settings;
    this.topics = topics;
    WireFormat wire = new WireFormat(settings.client());
    ScoringTopology topology = new ScoringTopology(topics, wire, meters, clock, patience);
    streams = new KafkaStreams(topology.build(), settings.streams());
    streams.setUncaughtExceptionHandler(policy);
    streams.setStateListener((state, previous) -> note(state));
  }

  /**
   * Looks for the topics, loads the probes and begins to score. Waits, as long as it takes, for a
   * cluster or a registry that is away; {@link #close()} ends the wait.
   *
   * @throws IllegalStateException when topics are missing
   */
  public void start() {
    try (Admin admin = Admin.create(Map.copyOf(settings.client()))) {
      patience.insist(
          () -> {
            TopicsCheck.check(admin, ScoringTopology.topics(topics));
            return topics;
          });
    }
    streams.start();
  }

  /**
   * Waits until steps are scored.
   *
   * @throws IllegalStateException when the monitor stopped instead, or did not begin in time
   */
  public void awaitRunning(Duration timeout) throws InterruptedException {
    boolean inTime = begun.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!inTime || !isRunning()) {
      throw new IllegalStateException(
          "expected the monitor to run within " + timeout + ", is " + streams.state(),
          policy.failure().orElse(null));
    }
  }

  /**
   * Waits until the monitor is closed.
   *
   * @throws IllegalStateException when it stopped by itself, with the reason
   */
  public void awaitStopped() throws InterruptedException {
    stopped.await();
    policy
        .failure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException("Scoring stopped: " + failure.getMessage(), failure);
            });
  }

  /** Whether steps are scored, or will be as soon as a rebalance is over. */
  public boolean isRunning() {
    return streams.state().isRunningOrRebalancing();
  }

  /** Commits, leaves the group and stops. */
  @Override
  public void close() {
    close(CLOSE_TIMEOUT);
  }

  /**
   * As {@link #close()}.
   *
   * @param timeout longest wait; what has not stopped then goes on stopping by itself
   */
  public void close(Duration timeout) {
    closing.set(true);
    streams.close(
        CloseOptions.timeout(timeout)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
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
