package dev.linchpin.dashboard.flow;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.wire.Cluster;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** All that watches how the records of one cluster flow. */
final class FlowWatch implements AutoCloseable {
  private final InstantSource clock;
  private final LeadTimeWindow leadTimes;
  private final Supplier<List<Instance>> instances;
  private final DeadLetterCounts deadLetters = new DeadLetterCounts();
  private final NodeBook nodes;
  private final ClusterWatch topics;
  private final List<TopicFollower> followers;

  FlowWatch(
      Cluster cluster,
      InstantSource clock,
      LeadTimeWindow leadTimes,
      Supplier<List<Instance>> instances) {
    this.clock = clock;
    this.leadTimes = leadTimes;
    this.instances = instances;
    this.nodes = new NodeBook(clock);
    this.topics = ClusterWatch.start(cluster, clock);
    this.followers = List.of(deadLetters.follow(cluster), nodes.follow(cluster));
  }

  /**
   * What is known now.
   *
   * @throws ProblemException with 503 before the cluster has answered for the first time
   */
  FlowReport report() {
    if (topics.throughput().last().isEmpty()) {
      throw ProblemException.unavailable("the cluster has not said yet how records flow");
    }
    Lags lags = topics.lags();
    return new FlowReport(
        clock.instant(),
        topics.throughput().rates(),
        lags.lags(),
        lags.groupsLeftOut(),
        leadTimes.leadTimes(),
        deadLetters.totals(),
        nodes.nodes(),
        instances.get());
  }

  @Override
  public void close() {
    followers.parallelStream().forEach(TopicFollower::close);
    topics.close();
  }
}
