package dev.linchpin.dashboard.chain;

import static java.util.stream.Collectors.groupingBy;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.stream.StreamsRole;
import dev.linchpin.stream.StreamsWork;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.TopicsCheck;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The chain topology at work; several with the same application id share the partitions. */
final class ChainKeeper extends StreamsRole {
  private static final StringSerializer KEYS = new StringSerializer();

  private final HostInfo self;

  ChainKeeper(ChainSettings settings, Topics topics, MeterRegistry meters, Clock clock) {
    super(
        "Keeping chains",
        settings.streams(),
        admin -> check(admin, topics),
        patience ->
            new StreamsWork(
                new ChainTopology(
                        topics,
                        new WireFormat(settings.client()),
                        rules(settings, meters),
                        clock,
                        patience)
                    .build(StoreKind.PERSISTENT)));
    self = settings.address();
  }

  /** What is known of a chain here; only where {@link #home} says that it lives here. */
  Optional<ChainView> chain(String chainId, int partition) {
    return partition(partition).chain(chainId);
  }

  /**
   * The newest chains of some partitions.
   *
   * @throws ProblemException with 503 unless all of them are here
   */
  List<ChainSummary> newest(ChainQuery query, List<Integer> partitions) {
    ChainFilter filter = query.filter();
    Optional<ChainCursor> after = query.after();
    int limit = query.limit();
    return partitions.stream()
        .flatMap(number -> partition(number).newest(filter, after, limit).stream())
        .sorted((a, b) -> ChainCursor.NEWEST_FIRST.compare(ChainCursor.of(a), ChainCursor.of(b)))
        .limit(limit)
        .toList();
  }

  /**
   * Where a chain lives.
   *
   * @throws ProblemException with 503 while partitions move
   */
  KeyQueryMetadata home(String chainId) {
    return known(streams().queryMetadataForKey(ChainReading.HEADS, chainId, KEYS));
  }

  /**
   * Where all chains live: which partitions each instance has.
   *
   * @throws ProblemException with 503 while partitions move
   */
  Map<HostInfo, List<Integer>> homes() {
    AtomicInteger count = new AtomicInteger();
    home(
        (topic, key, value, partitions) -> {
          count.set(partitions);
          return Optional.of(Set.of(0));
        });
    return IntStream.range(0, count.get())
        .boxed()
        .collect(
            groupingBy(
                number ->
                    home((topic, key, value, partitions) -> Optional.of(Set.of(number)))
                        .activeHost()));
  }

  boolean isSelf(HostInfo host) {
    return host.equals(self);
  }

  /** Dashboards that share the chains, this one included. */
  List<Instance> instances() {
    return streams().metadataForAllStreamsClients().stream()
        .map(client -> new Instance(client.hostInfo(), isSelf(client.hostInfo()), parts(client)))
        .toList();
  }

  private static int parts(StreamsMetadata client) {
    return (int) client.topicPartitions().stream().map(part -> part.partition()).distinct().count();
  }

  private KeyQueryMetadata home(StreamPartitioner<String, Object> choice) {
    return known(streams().queryMetadataForKey(ChainReading.HEADS, "", choice));
  }

  private static KeyQueryMetadata known(KeyQueryMetadata home) {
    if (home == null || home.activeHost().equals(HostInfo.unavailable())) {
      throw moving();
    }
    return home;
  }

  private ChainReading partition(int number) {
    return new ChainReading(
        store(ChainReading.HEADS, number),
        store(ChainReading.STEPS, number),
        store(ChainReading.TIMES, number));
  }

  private <K, V> ReadOnlyKeyValueStore<K, V> store(String name, int partition) {
    try {
      return streams()
          .store(
              StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                  .withPartition(partition));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw moving();
    }
  }

  private static ProblemException moving() {
    return ProblemException.unavailable("chains move between instances just now; try again");
  }

  private static ChainRules rules(ChainSettings settings, MeterRegistry meters) {
    return new ChainRules(
        settings.retention(),
        settings.exposure(),
        meters.counter("linchpin.dashboard.records.skipped"));
  }

  /** What is said of a chain meets only in partitions of the same number. */
  private static void check(Admin admin, Topics topics) {
    TopicsCheck.check(admin, ChainRecordReader.topics(topics));
    TopicsCheck.checkSamePartitions(admin, ChainRecordReader.topics(topics));
  }
}
