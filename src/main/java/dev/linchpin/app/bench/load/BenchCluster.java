package dev.linchpin.app.bench.load;

import dev.linchpin.app.cluster.LocalCluster;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** A broker and a registry in this process, with the catalogue's topics and nothing else. */
public final class BenchCluster implements AutoCloseable {
  private static final String SEGMENT_BYTES = Integer.toString(256 << 20);

  private final Topics topics;
  private final LocalCluster local;
  private final Admin admin;

  private BenchCluster(Topics topics, LocalCluster local) {
    this.topics = topics;
    this.local = local;
    this.admin = Admin.create(Map.copyOf(local.client()));
  }

  /** Starts it. */
  public static BenchCluster start(int partitions) {
    Topics topics = new Topics("", partitions);
    BenchCluster cluster = new BenchCluster(topics, LocalCluster.start(topics));
    cluster.freeSpaceSoon(topics.activations());
    return cluster;
  }

  public Topics topics() {
    return topics;
  }

  /** Settings of Kafka clients and of the registry client. */
  public Map<String, String> client() {
    return local.client();
  }

  /** A folder that goes with the cluster. */
  public Path folder() {
    return local.folder();
  }

  /** Publishes a probe as its status says. */
  public void publish(ProbeRelease probe) {
    try (ProbeCatalogue catalogue =
        new ProbeCatalogue(new Cluster(client(), topics), Clock.systemUTC())) {
      if (probe.status() == ProbeStatus.CHAMPION) {
        catalogue.publishChampion(probe);
      } else {
        catalogue.publishChallenger(probe);
      }
    }
  }

  /** Whether a topic is there. */
  public boolean has(Topic<?> topic) {
    return Answers.of(admin.listTopics().names()).contains(topic.name());
  }

  /** Records that were ever written to a topic, those deleted since included. */
  public long written(Topic<?> topic) {
    return offsets(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Deletes what is in these topics. */
  public void clear(List<Topic<?>> cleared) {
    for (Topic<?> topic : cleared) {
      Map<TopicPartition, RecordsToDelete> ends =
          offsets(topic).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
      Answers.of(admin.deleteRecords(ends).all());
    }
  }

  /**
   * Deletes activations that have been scored; good while every step has had exactly one score.
   *
   * @param kept how many of each partition stay nevertheless
   */
  public void clearScored(long kept) {
    Map<TopicPartition, RecordsToDelete> scored =
        offsets(topics.scores()).entrySet().stream()
            .filter(end -> end.getValue() > kept)
            .collect(
                Collectors.toMap(
                    end ->
                        new TopicPartition(topics.activations().name(), end.getKey().partition()),
                    end -> RecordsToDelete.beforeOffset(end.getValue() - kept)));
    Answers.of(admin.deleteRecords(scored).all());
  }

  /** Deletes scores and alerts. */
  public void clearResults() {
    clear(List.of(topics.scores(), topics.lowImportanceAlerts(), topics.importantAlerts()));
  }

  @Override
  public void close() {
    admin.close();
    local.close();
  }

  /** Small segments that go as soon as they are over: hundreds of megabytes come in a second. */
  private void freeSpaceSoon(Topic<?> topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    List<AlterConfigOp> changes =
        Map.of(
                TopicConfig.SEGMENT_BYTES_CONFIG,
                SEGMENT_BYTES,
                TopicConfig.FILE_DELETE_DELAY_MS_CONFIG,
                "1000")
            .entrySet()
            .stream()
            .map(
                change ->
                    new AlterConfigOp(
                        new ConfigEntry(change.getKey(), change.getValue()),
                        AlterConfigOp.OpType.SET))
            .toList();
    Answers.of(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
  }

  private Map<TopicPartition, Long> offsets(Topic<?> topic) {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> found = Answers.of(admin.listOffsets(ends).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }
}
