package dev.linchpin.scoring;

import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * The scoring topology at work. Several monitors with the same application id share the partitions.
 */
public final class Monitor implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch settled = new CountDownLatch(1);
  private final UncaughtPolicy policy = new UncaughtPolicy(closing::get);
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
    Patience patience = new Patience(time -> Thread.sleep(time.toMillis()), closing::get);
    WireFormat wire = new WireFormat(settings.client());
    ScoringTopology topology = new ScoringTopology(topics, wire, meters, clock, patience);
    streams = new KafkaStreams(topology.build(), settings.streams());
    streams.setUncaughtExceptionHandler(policy);
    streams.setStateListener((state, previous) -> settle(state));
  }

  /** Loads the probes, which waits for cluster and registry, and begins to score. */
  public void start() {
    streams.start();
  }

  /**
   * Waits until steps are scored.
   *
   * @throws IllegalStateException when the monitor stopped instead, or did not begin in time
   */
  public void awaitRunning(Duration timeout) {
    try {
      boolean inTime = settled.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime || !isRunning()) {
        throw new IllegalStateException(
            "expected the monitor to run within " + timeout + ", is " + streams.state(),
            policy.failure().orElse(null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the monitor starts", e);
    }
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

  private void settle(State state) {
    if (state == State.RUNNING || state == State.ERROR || state == State.NOT_RUNNING) {
      settled.countDown();
    }
  }
}
