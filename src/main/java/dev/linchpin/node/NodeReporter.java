package dev.linchpin.node;

import dev.linchpin.node.Ticker.Ticking;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reports what a node is doing, from its start to its end. The node is asked in the reporter's
 * thread; what goes wrong with a report is the log's matter, never the node's.
 */
public final class NodeReporter {
  /** Between two reports. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(NodeReporter.class);

  private final NodeReports reports;
  private final ReportSink sink;
  private final Supplier<NodeActivity> activity;
  private final Ticking ticking;
  private boolean failing;

  NodeReporter(
      NodeReports reports, ReportSink sink, Supplier<NodeActivity> activity, Ticker ticker) {
    this.reports = reports;
    this.sink = sink;
    this.activity = activity;
    this.ticking = ticker.every(INTERVAL, this::report);
  }

  /**
   * A reporter that reports from now on.
   *
   * @param cluster where the reports go
   * @param node which node it is
   * @param clock says when a report was made
   * @param activity asked for each report; for another thread than the node's
   */
  public static NodeReporter start(
      Cluster cluster, Node node, InstantSource clock, Supplier<NodeActivity> activity) {
    return new NodeReporter(
        new NodeReports(node, clock),
        new KafkaReportSink(cluster),
        activity,
        new ThreadTicker("linchpin-node-report"));
  }

  /**
   * Makes the last report and ends; takes a few seconds at most where the cluster is away.
   *
   * @param state {@code STOPPED} or {@code FAILED}
   */
  public void end(State state) {
    ticking.end(() -> send(() -> reports.last(state, activity.get())));
    sink.close();
  }

  private void report() {
    send(() -> reports.next(activity.get()));
  }

  /** A fault is told once, until a report goes out again. */
  private void send(Supplier<NodeReported> report) {
    try {
      sink.send(report.get());
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf("Reports of the node do not go out: fault=%s", e.toString());
      }
      failing = true;
    }
  }
}
