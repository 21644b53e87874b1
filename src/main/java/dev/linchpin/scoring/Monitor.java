package dev.linchpin.scoring;

import dev.linchpin.stream.StreamsRole;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.TopicsCheck;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/**
 * The scoring topology at work. Several monitors with the same application id share the partitions.
 */
public final class Monitor extends StreamsRole {

  /**
   * A monitor that does not run yet.
   *
   * @param settings where the cluster and the registry are, and how to work
   * @param topics the catalogue
   * @param meters takes the meters of scoring
   * @param clock says when scores were computed
   */
  public Monitor(ScoringSettings settings, Topics topics, MeterRegistry meters, Clock clock) {
    super(
        "Scoring",
        settings.streams(),
        admin -> TopicsCheck.check(admin, topics.scoring().all()),
        patience ->
            new ScoringTopology(
                    topics,
                    ScoringMode.live(topics, clock),
                    new WireFormat(settings.client()),
                    meters,
                    clock,
                    patience)
                .work());
  }
}
