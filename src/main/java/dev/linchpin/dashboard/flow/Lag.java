package dev.linchpin.dashboard.flow;

import java.util.OptionalInt;

/**
 * How far a group is behind in a topic.
 *
 * @param group id of the consumer group, or of the Kafka Streams application
 * @param topic full name
 * @param records offsets between what the group has committed and the ends, over the partitions of
 *     which it has committed anything
 * @param members of the group now, in all its topics; empty where the cluster does not say
 */
public record Lag(String group, String topic, long records, OptionalInt members) {}
