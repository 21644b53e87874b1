package dev.linchpin.dashboard.quality;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.wire.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The published probes, read again when somebody asks, at most every second. While the cluster is
 * away, as they were. Thread-safe.
 */
final class PublishedProbes implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PublishedProbes.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final InstantSource clock;
  private Optional<ProbeCatalogue> catalogue = Optional.empty();
  private Optional<ProbeHeads> heads = Optional.empty();
  private Instant readAt = Instant.MIN;

  PublishedProbes(Cluster cluster, InstantSource clock) {
    this.cluster = TopicFollower.impatient(cluster);
    this.clock = clock;
  }

  /**
   * The probes as of a second ago or later.
   *
   * @throws KafkaException when they were never read and the cluster does not answer
   */
  synchronized ProbeHeads heads() {
    if (heads.isEmpty() || !clock.instant().isBefore(readAt.plus(FRESH))) {
      refresh();
    }
    return heads.orElseThrow();
  }

  @Override
  public synchronized void close() {
    catalogue.ifPresent(ProbeCatalogue::close);
    catalogue = Optional.empty();
  }

  private void refresh() {
    try {
      heads = Optional.of(open().read());
    } catch (KafkaException e) {
      if (heads.isEmpty()) {
        throw e;
      }
      LOG.warnf("Published probes are those of before: cause=%s", e.getMessage());
    }
    readAt = clock.instant();
  }

  private ProbeCatalogue open() {
    if (catalogue.isEmpty()) {
      catalogue = Optional.of(new ProbeCatalogue(cluster, clock));
    }
    return catalogue.get();
  }
}
