package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster where its topics end and what its groups have committed. No record is read. What
 * one partition or one group does not answer is left out; throws {@link KafkaException} when nobody
 * answers.
 */
final class ClusterProbe {
  /** Groups that are asked for. */
  static final int MOST_GROUPS = 200;

  private final Admin admin;
  private final Topics topics;
  private final InstantSource clock;

  /** Does not close the client. */
  ClusterProbe(Admin admin, Topics topics, InstantSource clock) {
    this.admin = admin;
    this.topics = topics;
    this.clock = clock;
  }

  /** Where the topics of the catalogue end now, those that are there. */
  Ends ends() {
    Set<String> present = Answers.of(admin.listTopics().names());
    List<String> known =
        topics.all().stream().<String>map(Topic::name).filter(present::contains).toList();
    Map<TopicPartition, OffsetSpec> wanted =
        Answers.of(admin.describeTopics(known).allTopicNames()).values().stream()
            .flatMap(topic -> partitions(topic).stream())
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    ListOffsetsResult found = admin.listOffsets(wanted);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition partition : wanted.keySet()) {
      answer(found.partitionResult(partition)).ifPresent(e -> offsets.put(partition, e.offset()));
    }
    return new Ends(clock.instant(), offsets);
  }

  /** How far the groups that read topics of the catalogue are behind {@code ends}. */
  Lags lags(Ends ends) {
    List<GroupListing> all =
        Answers.of(admin.listGroups().valid()).stream()
            .filter(group -> group.type().filter(GroupType.SHARE::equals).isEmpty())
            .sorted((a, b) -> a.groupId().compareTo(b.groupId()))
            .toList();
    List<GroupListing> asked = all.stream().limit(MOST_GROUPS).toList();
    List<GroupOffsets> relevant =
        committed(asked).stream().filter(group -> !group.committed().isEmpty()).toList();
    Map<String, Integer> members = members(asked, relevant);
    return new Lags(
        relevant.stream()
            .map(group -> withMembers(group, members))
            .flatMap(group -> group.lags(ends).stream())
            .toList(),
        all.size() - asked.size());
  }

  private List<GroupOffsets> committed(List<GroupListing> groups) {
    ListConsumerGroupOffsetsResult found =
        admin.listConsumerGroupOffsets(
            groups.stream()
                .collect(
                    Collectors.toMap(
                        GroupListing::groupId, group -> new ListConsumerGroupOffsetsSpec())));
    return groups.stream()
        .flatMap(
            group ->
                answer(found.partitionsToOffsetAndMetadata(group.groupId())).stream()
                    .map(offsets -> group(group.groupId(), offsets)))
        .map(group -> group.within(topics))
        .toList();
  }

  private Map<String, Integer> members(List<GroupListing> listed, List<GroupOffsets> wanted) {
    Set<String> ids = wanted.stream().map(GroupOffsets::group).collect(Collectors.toSet());
    Map<Boolean, List<String>> byProtocol =
        listed.stream()
            .filter(group -> ids.contains(group.groupId()))
            .collect(
                Collectors.partitioningBy(
                    group -> group.type().filter(GroupType.STREAMS::equals).isPresent(),
                    Collectors.mapping(GroupListing::groupId, Collectors.toList())));
    Map<String, Integer> members = new HashMap<>();
    admin
        .describeConsumerGroups(byProtocol.get(false))
        .describedGroups()
        .forEach((id, group) -> answer(group).ifPresent(g -> members.put(id, g.members().size())));
    admin
        .describeStreamsGroups(byProtocol.get(true))
        .describedGroups()
        .forEach((id, group) -> answer(group).ifPresent(g -> members.put(id, g.members().size())));
    return members;
  }

  private static GroupOffsets group(String id, Map<TopicPartition, OffsetAndMetadata> offsets) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    offsets.forEach(
        (partition, offset) ->
            // Null for a partition of which nothing was committed.
            Optional.ofNullable(offset).ifPresent(o -> committed.put(partition, o.offset())));
    return new GroupOffsets(id, committed, OptionalInt.empty());
  }

  private static GroupOffsets withMembers(GroupOffsets group, Map<String, Integer> members) {
    Integer known = members.get(group.group());
    return new GroupOffsets(
        group.group(),
        group.committed(),
        known == null ? OptionalInt.empty() : OptionalInt.of(known));
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .toList();
  }

  private static <T> Optional<T> answer(KafkaFuture<T> request) {
    try {
      return Optional.of(Answers.of(request));
    } catch (KafkaException e) {
      return Optional.empty();
    }
  }
}
