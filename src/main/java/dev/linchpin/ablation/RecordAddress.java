package dev.linchpin.ablation;

import org.apache.kafka.common.TopicPartition;

/**
 * Where a record lies.
 *
 * @param partition topic and partition
 * @param offset offset in it, from 0
 */
record RecordAddress(TopicPartition partition, long offset) {}
