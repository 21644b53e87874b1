package dev.linchpin.node;

import dev.linchpin.wire.NodeReported;

/** Takes a node's reports. */
interface ReportSink extends AutoCloseable {
  /**
   * Takes one.
   *
   * @throws RuntimeException when it cannot: the report is lost
   */
  void send(NodeReported report);

  /** Gives what was taken a little time to arrive. */
  @Override
  void close();
}
