package dev.linchpin.replay;

import dev.linchpin.log.TopicTail;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.TopicAdmin;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The runs of a cluster: made with their topics, paused, removed with them. A run is known when all
 * that it needs is there. For one thread at a time.
 */
public final class ReplayRuns implements AutoCloseable {
  private static final int LARGEST_PROBE = 65 << 20;

  private final Cluster cluster;
  private final Admin admin;
  private final TopicTail<ReplayRequested> tail;
  private final Map<String, ReplayRequested> runs = new TreeMap<>();

  /** The runs of a cluster; fails when it is away. */
  public ReplayRuns(Cluster cluster) {
    this.cluster = cluster;
    this.admin = Admin.create(new HashMap<>(cluster.client()));
    this.tail = new TopicTail<>(cluster, cluster.topics().replays(), Patience.until(() -> true));
  }

  /** All runs, by name, as of now. */
  public Collection<ReplayRequested> read() {
    tail.readToEnd(this::note);
    return List.copyOf(runs.values());
  }

  /** A run as it is by the records that came within {@code timeout}; empty once it is removed. */
  public Optional<ReplayRequested> poll(String run, Duration timeout) {
    tail.poll(timeout, this::note);
    return Optional.ofNullable(runs.get(run));
  }

  /**
   * A run.
   *
   * @throws RefusedReplayException if there is none
   */
  public ReplayRequested get(String run) {
    read();
    ReplayRequested found = runs.get(run);
    if (found == null) {
      throw unknown(run);
    }
    return found;
  }

  /** What of each partition of {@code activations} a request is about, as of now. */
  public List<OffsetRange> ranges(RangeRequest request) {
    return new Extents(admin, cluster.topics().activations().name()).ranges(request);
  }

  /**
   * Makes a run: its topics, its probes, its place in the log, and then itself.
   *
   * @throws RefusedReplayException if the name is taken
   */
  public void define(ReplayRequested run, List<ProbeRelease> probes) {
    ReplayTopics topics = topics(run.run(), run.partitions());
    requireFree(run.run(), topics);
    publish(topics, probes);
    try (RunGroup group = new RunGroup(cluster.client(), topics)) {
      group.begin(run.ranges());
    }
    put(run);
  }

  /** Lets a run stand still or go on, wherever it is at work. */
  public void pause(String run, boolean still) {
    put(get(run).paused(still));
  }

  /** Whether a process works on a run. */
  public boolean isAtWork(ReplayRequested run) {
    try (RunGroup group = group(run)) {
      return group.isAtWork();
    }
  }

  /**
   * Removes a run and all that it wrote, also one of which only topics are there: a run that was
   * not made or not removed to the end.
   *
   * @throws RefusedReplayException if a process works on it, or there is nothing of it
   */
  public void remove(String run) {
    read();
    ReplayTopics topics = topics(run, 1);
    try (RunGroup group = new RunGroup(cluster.client(), topics)) {
      if (group.isAtWork()) {
        throw new RefusedReplayException(
            "expected a run that nobody works on, got %s: stop it first (of one that was killed the"
                    .formatted(run)
                + " broker knows after some seconds)");
      }
      group.delete();
    }
    boolean known = runs.containsKey(run);
    if (known) {
      send(cluster.topics().replays().name(), run, null);
    }
    List<String> deleted = new TopicAdmin(admin).delete(topics.own());
    if (!known && deleted.isEmpty()) {
      throw unknown(run);
    }
  }

  @Override
  public void close() {
    tail.close();
    admin.close();
  }

  /** The topics of a run. */
  public ReplayTopics topics(ReplayRequested run) {
    return topics(run.run(), run.partitions());
  }

  private RefusedReplayException unknown(String run) {
    return new RefusedReplayException(
        "expected a run, got %s; there are %s".formatted(run, runs.keySet()));
  }

  private ReplayTopics topics(String run, int partitions) {
    return new ReplayTopics(cluster.topics(), run, partitions);
  }

  private RunGroup group(ReplayRequested run) {
    return new RunGroup(cluster.client(), topics(run));
  }

  /** Whoever makes the topics has the name. */
  private void requireFree(String run, ReplayTopics topics) {
    List<String> made = new TopicAdmin(admin).create(topics.own(), Optional.empty());
    if (made.size() < topics.own().size()) {
      throw new RefusedReplayException(
          "expected a free name, got %s: it has topics already, `linchpin replay remove` deletes them"
              .formatted(run));
    }
  }

  private void publish(ReplayTopics topics, List<ProbeRelease> probes) {
    Topic<ProbeRelease> live = cluster.topics().probes();
    for (ProbeRelease probe : probes) {
      byte[] bytes =
          new WireFormat(cluster.client()).serde(live).serializer().serialize(live.name(), probe);
      send(topics.scoring().probes().name(), probe.id().key(), bytes);
    }
  }

  private void put(ReplayRequested run) {
    Topic<ReplayRequested> topic = cluster.topics().replays();
    byte[] bytes =
        new WireFormat(cluster.client()).serde(topic).serializer().serialize(topic.name(), run);
    send(topic.name(), run.run(), bytes);
  }

  private void send(String topic, String key, byte[] value) {
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_PROBE);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) LARGEST_PROBE);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var unused = Answers.of(producer.send(new ProducerRecord<>(topic, key, value)));
    }
  }

  private void note(TopicTail.Entry<ReplayRequested> entry) {
    entry
        .value()
        .ifPresentOrElse(run -> runs.put(entry.key(), run), () -> runs.remove(entry.key()));
  }
}
