package dev.linchpin.dashboard.chain;

import org.apache.kafka.streams.state.HostInfo;

/**
 * A dashboard that has a share of the chains.
 *
 * @param address where the others reach it
 * @param self whether it is this one
 * @param partitions how many partitions it has
 */
public record Instance(HostInfo address, boolean self, int partitions) {
  /** Its host and port as text. */
  public String host() {
    return address.host() + ":" + address.port();
  }
}
