package dev.linchpin.wire;

/**
 * Where a record lies in its topic.
 *
 * @param partition partition, from 0
 * @param offset offset in the partition, from 0
 */
public record LogAddress(int partition, long offset) {}
