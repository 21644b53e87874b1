package dev.linchpin.alerting;

import dev.linchpin.stream.StreamsRole;
import dev.linchpin.stream.StreamsWork;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.TopicsCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * The alerting topology at work. Several alerters with the same application id share the reading;
 * one of them decides.
 */
public final class Alerter extends StreamsRole {

  /**
   * An alerter that does not run yet.
   *
   * @param settings where the cluster and the registry are, and how to work
   * @param topics the catalogue
   * @param meters takes the meters of alerting
   */
  public Alerter(AlertSettings settings, Topics topics, MeterRegistry meters) {
    super(
        "Alerting",
        settings.streams(),
        admin -> check(admin, topics),
        patience -> new StreamsWork(new AlertTopology(topics, settings, meters, patience).build()));
  }

  /** A step's verdict and its deadline meet only in partitions of the same number. */
  private static void check(Admin admin, Topics topics) {
    TopicsCheck.check(admin, AlertTopology.topics(topics));
    TopicsCheck.checkSamePartitions(
        admin, List.of(topics.scores(), topics.steps(), topics.chains()));
  }
}
