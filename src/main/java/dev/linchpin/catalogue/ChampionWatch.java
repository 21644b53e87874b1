package dev.linchpin.catalogue;

import dev.linchpin.log.TopicTail;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Follows the {@code probes} topic for the champion of one model, whole, in a thread of its own.
 * There is none until the topic has been read, and none any more once it cannot be read for good.
 */
public final class ChampionWatch implements Supplier<Optional<PackedRelease>>, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ChampionWatch.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final String model;
  private final Map<String, ProbeRelease> champions = new HashMap<>();
  private final Map<String, ProbeHead> heads = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "linchpin-champion");
  private volatile Optional<PackedRelease> champion = Optional.empty();
  private Optional<ProbeRelease> packed = Optional.empty();

  /** Begins to follow the champion of {@code model}. */
  public static ChampionWatch start(Cluster cluster, String model) {
    ChampionWatch watch = new ChampionWatch(cluster, model);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private ChampionWatch(Cluster cluster, String model) {
    this.cluster = cluster;
    this.model = model;
  }

  /** The champion at this moment, as far as it is known. */
  @Override
  public Optional<PackedRelease> get() {
    return champion;
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
    try (TopicTail<ProbeRelease> tail =
        new TopicTail<>(cluster, cluster.topics().probes(), Patience.until(this::isClosing))) {
      tail.readToEnd(this::note);
      choose();
      while (!isClosing()) {
        tail.poll(POLL, this::note);
        choose();
      }
    } catch (KafkaException e) {
      champion = Optional.empty();
      if (!isClosing()) {
        LOG.errorf("The champion is no longer followed: cause=%s", e.getMessage());
      }
    }
  }

  private void note(TopicTail.Entry<ProbeRelease> entry) {
    champions.remove(entry.key());
    heads.remove(entry.key());
    entry
        .value()
        .filter(probe -> probe.id().model().equals(model))
        .filter(probe -> probe.status() == ProbeStatus.CHAMPION)
        .ifPresent(
            probe -> {
              champions.put(entry.key(), probe);
              heads.put(entry.key(), ProbeHead.of(probe, entry.at()));
            });
  }

  private void choose() {
    Optional<ProbeRelease> chosen =
        new ProbeHeads(List.copyOf(heads.values()))
            .champion(model)
            .map(head -> champions.get(head.id().key()));
    if (!chosen.equals(packed)) {
      champion = chosen.map(PackedRelease::of);
      packed = chosen;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
