package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicsTest {

  @Test
  void shouldPrefixEveryName() {
    // Given
    Topics topics = new Topics("lab-1.", 4);

    // When
    List<String> names = topics.all().stream().map(Topic::name).toList();

    // Then
    assertThat(names)
        .containsExactly(
            "lab-1.problems",
            "lab-1.chains",
            "lab-1.steps",
            "lab-1.activations",
            "lab-1.probes",
            "lab-1.scores",
            "lab-1.alerts.low-importance",
            "lab-1.alerts.important",
            "lab-1.ablations",
            "lab-1.labels",
            "lab-1.evaluations",
            "lab-1.dead-letters",
            "lab-1.nodes",
            "lab-1.redeliveries",
            "lab-1.replays",
            "lab-1.audit",
            "lab-1.incidents",
            "lab-1.deliveries");
  }

  @Test
  void shouldGiveTopicsOfOneChainTheSamePartitionCount() {
    // Given
    Topics topics = new Topics("", 7);

    // When
    List<Integer> counts =
        List.of(topics.chains(), topics.steps(), topics.activations(), topics.scores()).stream()
            .map(Topic::partitions)
            .toList();

    // Then
    assertThat(counts).containsOnly(7);
  }

  @Test
  void shouldStampVerdictsWithTheBrokersClock() {
    // Given
    Topics topics = Topics.DEFAULT;

    // When
    List<String> stamps =
        List.of(topics.scores(), topics.lowImportanceAlerts(), topics.importantAlerts()).stream()
            .map(topic -> topic.config().get("message.timestamp.type"))
            .toList();

    // Then
    assertThat(stamps).containsOnly("LogAppendTime");
  }

  @Test
  void shouldTakeAnyRecordAsDeadLetter() {
    // Given
    Topics topics = Topics.DEFAULT;

    // When
    int largest = topics.all().stream().mapToInt(Topic::maxMessageBytes).max().orElseThrow();

    // Then
    assertThat(topics.deadLetters().maxMessageBytes()).isEqualTo(largest);
  }

  @Test
  void shouldCompactProbesAndKeepThemForEver() {
    // When
    var config = Topics.DEFAULT.probes().config();

    // Then
    assertThat(config).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
  }

  @Test
  void shouldKeepTheAuditForEverAndInOneOrder() {
    // When
    Topic<OperatorActed> audit = Topics.DEFAULT.audit();

    // Then
    assertThat(audit.partitions()).isOne();
    assertThat(audit.config())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
  }

  @Test
  void shouldRefuseAPrefixThatNoTopicCanHave() {
    // When, Then
    assertThatThrownBy(() -> new Topics("no spaces", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no spaces");
  }

  @Test
  void shouldRefuseFewerPartitionsThanOne() {
    // When, Then
    assertThatThrownBy(() -> new Topics("", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0");
  }
}
