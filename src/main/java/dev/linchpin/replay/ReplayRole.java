package dev.linchpin.replay;

import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;

import dev.linchpin.scoring.ScoringMode;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.scoring.ScoringTopology;
import dev.linchpin.scoring.Selection;
import dev.linchpin.stream.PatientWriter;
import dev.linchpin.stream.StreamsRole;
import dev.linchpin.stream.StreamsWork;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ReplayCounted;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.TopicsCheck;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The topology of live scoring at work on a run. */
final class ReplayRole extends StreamsRole {
  // Nobody waits for the verdicts of a run at full speed, and each commit stops its thread until
  // the
  // producer has flushed: a tenth of the time at one a second. Less than the 10 s after which the
  // broker gives a transaction up.
  private static final String FAST_COMMIT_INTERVAL_MS = "4000";
  private static final String PACED_COMMIT_INTERVAL_MS = "1000";

  ReplayRole(
      Cluster cluster,
      ReplayRequested run,
      ReplayTopics topics,
      int threads,
      Pace pace,
      Frontier frontier,
      Clock clock) {
    super(
        "Replay",
        settings(cluster, run, topics, threads),
        admin -> TopicsCheck.check(admin, needed(topics)),
        patience -> work(cluster, run, topics, pace, frontier, clock, patience));
  }

  private static StreamsWork work(
      Cluster cluster,
      ReplayRequested run,
      ReplayTopics topics,
      Pace pace,
      Frontier frontier,
      Clock clock,
      Patience patience) {
    WireFormat wire = new WireFormat(cluster.client());
    Map<Integer, OffsetRange> ranges =
        run.ranges().stream()
            .collect(Collectors.toMap(OffsetRange::partition, Function.identity()));
    ScoringMode mode =
        new ScoringMode(
            topics.scoring(),
            new Selection(run.chains(), run.model(), run.fromTime(), run.untilTime()),
            () -> new RangeFeed(ranges, pace, frontier),
            () -> new ReplayDelivery(run.run(), ranges),
            Optional.of(tally(cluster.topics().replays().name(), topics.tally(), wire, patience)));
    return new ScoringTopology(
            cluster.topics(), mode, wire, new SimpleMeterRegistry(), clock, patience)
        .work();
  }

  private static Properties settings(
      Cluster cluster, ReplayRequested run, ReplayTopics topics, int threads) {
    boolean fast = run.paceFactor().isEmpty() && !run.follows();
    Map<String, String> client = new HashMap<>();
    cluster.client().forEach((name, value) -> client.put(name, value.toString()));
    Properties settings = new ScoringSettings(topics.applicationId(), client, threads).streams();
    // Whatever the client's settings say: a run must not take the monitor's place in its group.
    settings.put(APPLICATION_ID_CONFIG, topics.applicationId());
    settings.put(PROCESSING_GUARANTEE_CONFIG, EXACTLY_ONCE_V2);
    settings.put(
        COMMIT_INTERVAL_MS_CONFIG, fast ? FAST_COMMIT_INTERVAL_MS : PACED_COMMIT_INTERVAL_MS);
    return settings;
  }

  private static List<Topic<?>> needed(ReplayTopics topics) {
    return Stream.concat(topics.own().stream(), Stream.of(topics.scoring().activations())).toList();
  }

  /** Schemas are registered under {@code subject}, so that no subject is left of a run. */
  private static StoreBuilder<KeyValueStore<String, ReplayCounted>> tally(
      String subject, Topic<ReplayCounted> topic, WireFormat wire, Patience patience) {
    Serializer<ReplayCounted> writer = PatientWriter.of(topic, wire, patience);
    Deserializer<ReplayCounted> reader = wire.serde(topic).deserializer();
    Serde<ReplayCounted> counts =
        Serdes.serdeFrom(
            (name, count) -> writer.serialize(subject, count),
            (name, bytes) -> reader.deserialize(subject, bytes));
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(ReplayTopics.TALLY), Serdes.String(), counts)
        .withCachingEnabled();
  }
}
