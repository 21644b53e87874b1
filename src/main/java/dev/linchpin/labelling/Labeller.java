package dev.linchpin.labelling;

import dev.linchpin.stream.StoreKind;
import dev.linchpin.stream.StreamsRole;
import dev.linchpin.stream.StreamsWork;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.TopicsCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * The labelling topology at work. Several labellers with the same application id share the
 * partitions.
 */
public final class Labeller extends StreamsRole {

  /**
   * A labeller that does not run yet.
   *
   * @param settings where the cluster and the registry are, and how to work
   * @param topics the catalogue
   * @param meters takes the meters of labelling
   * @param clock says when probes were evaluated
   */
  public Labeller(LabellingSettings settings, Topics topics, MeterRegistry meters, Clock clock) {
    super(
        "Labelling",
        settings.streams(),
        admin -> check(admin, topics),
        patience ->
            new StreamsWork(
                new LabellingTopology(topics, settings, meters, clock, patience)
                    .build(StoreKind.PERSISTENT)));
  }

  /** A chain's scores and its ablation meet only in partitions of the same number. */
  private static void check(Admin admin, Topics topics) {
    TopicsCheck.check(admin, LabellingTopology.topics(topics));
    TopicsCheck.checkSamePartitions(admin, List.of(topics.scores(), topics.ablations()));
  }
}
