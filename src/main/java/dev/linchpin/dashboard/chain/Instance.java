package dev.linchpin.dashboard.chain;

import org.apache.kafka.streams.state.HostInfo;

/**
 * A dashboard that has a share of the chains.
 *
 * @param host where the others reach it
 * @param self whether it is this one
 * @param partitions how many partitions it has
 */
public record Instance(HostInfo host, boolean self, int partitions) {}
