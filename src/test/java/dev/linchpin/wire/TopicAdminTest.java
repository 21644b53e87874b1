package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicAdminTest {

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static Admin admin;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    kafka.close();
  }

  @Test
  void shouldReportEveryTopicOfAnEmptyCluster() {
    // Given
    Topics topics = new Topics("empty.", 4);

    // When
    List<TopicDifference> differences = new TopicAdmin(admin).differences(topics);

    // Then
    assertThat(differences)
        .hasSameSizeAs(topics.all())
        .contains(new TopicDifference.Missing("empty.alerts.low-importance"));
  }

  @Test
  void shouldCreateWhatIsMissingAndFindNoDifferenceThen() {
    // Given
    Topics topics = new Topics("fresh.", 2);
    TopicAdmin cluster = new TopicAdmin(admin);

    // When
    List<String> created = cluster.create(topics, Optional.empty());
    List<String> createdAgain = cluster.create(topics, Optional.of((short) 1));

    // Then
    assertThat(created).hasSameSizeAs(topics.all());
    assertThat(createdAgain).isEmpty();
    assertThat(cluster.differences(topics)).isEmpty();
  }

  @Test
  void shouldReportWhatDiffersAndLeaveIt() throws Exception {
    // Given
    Topics topics = new Topics("other.", 4);
    admin
        .createTopics(
            List.of(
                new NewTopic("other.scores", Optional.of(3), Optional.empty())
                    .configs(
                        Map.of(
                            "retention.ms",
                            "1000",
                            "max.message.bytes",
                            Integer.toString(1 << 20)))))
        .all()
        .get();
    TopicAdmin cluster = new TopicAdmin(admin);

    // When
    cluster.create(topics, Optional.empty());
    List<TopicDifference> differences = cluster.differences(topics);

    // Then
    assertThat(differences)
        .extracting(TopicDifference::describe)
        .containsExactly(
            "other.scores: expected 4 partitions, got 3",
            "other.scores: expected message.timestamp.type=LogAppendTime, got CreateTime",
            "other.scores: expected retention.ms=2592000000, got 1000");
  }
}
