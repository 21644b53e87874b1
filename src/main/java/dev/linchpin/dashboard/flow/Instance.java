package dev.linchpin.dashboard.flow;

/**
 * One process of the application whose state is shown.
 *
 * @param address host and port at which it answers the others
 * @param self whether it is the one that is asked
 * @param partitions of the topics about chains that it works on
 */
public record Instance(String address, boolean self, int partitions) {}
