package dev.linchpin.ablation;

import dev.linchpin.ablation.AblationMetrics.Skip;
import dev.linchpin.node.NodeActivity;
import dev.linchpin.node.NodeReporter;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import dev.linchpin.wire.OffsetLedger;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Takes finished chains apart and puts the results on their topic, until it is told to stop.
 *
 * <p>Workers of one group share the chains. What a chain was read from is committed once its result
 * is in the log: a chain of a worker that dies is taken up by another. That may give a result
 * twice, which its identity makes harmless; the labels are the same. From its start to its end the
 * worker reports on {@code nodes} what it is doing.
 */
public final class AblationWorker {
  private static final Logger LOG = Logger.getLogger(AblationWorker.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Ablation ablation;
  private final Cluster cluster;
  private final Clock clock;
  private final ChainJudge judge;
  private final WorkerSettings settings;
  private final AblationMetrics metrics;
  private final OffsetLedger ledger = new OffsetLedger();
  private final ChainSource source;
  private final ResultSink sink;
  private final ExecutorService threads;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicLong done = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /**
   * A worker that does not work yet.
   *
   * @param ablation asks the model
   * @param cluster where chains come from and results go
   * @param settings how it works
   * @param meters takes the meters of ablation
   * @param clock says when results existed
   */
  public AblationWorker(
      Ablation ablation,
      Cluster cluster,
      WorkerSettings settings,
      MeterRegistry meters,
      Clock clock) {
    this.ablation = ablation;
    this.cluster = cluster;
    this.clock = clock;
    this.judge = new ChainJudge(ablation, clock);
    this.settings = settings;
    this.metrics = new AblationMetrics(meters);
    Patience patience = Patience.until(() -> stopping);
    WireFormat wire = new WireFormat(cluster.client());
    this.source =
        new ChainSource(
            cluster,
            settings,
            new ChainIntake(cluster.topics(), wire, patience, metrics, clock, settings.patience()),
            ledger);
    this.sink = new ResultSink(cluster, wire, patience);
    this.threads = Executors.newFixedThreadPool(settings.threads());
  }

  /** Works until {@link #stop} is called; throws when it cannot go on. */
  public void run() throws InterruptedException {
    NodeReporter reporter = NodeReporter.start(cluster, identity(), clock, this::activity);
    try {
      while (!stopping && failure.get() == null) {
        source.poll(() -> busy.get() < settings.threads(), this::take);
      }
    } finally {
      end(reporter);
    }
    if (failure.get() != null) {
      throw new IllegalStateException("the ablation worker cannot go on", failure.get());
    }
  }

  /** Tells the worker to stop and waits until it has. Chains under way are left to others. */
  public void stop() throws InterruptedException {
    stopping = true;
    ended.await();
  }

  private void take(WholeChain chain) {
    if (!chain.started().modelFingerprint().equals(ablation.modelFingerprint())) {
      metrics.skipped(Skip.OTHER_MODEL);
      release(chain);
      return;
    }
    busy.incrementAndGet();
    threads.execute(() -> work(chain));
  }

  private void work(WholeChain chain) {
    try {
      ChainAblated result = judge.judge(chain);
      sink.send(result, fault -> settle(chain, result, fault));
    } catch (CancellationException e) {
      LOG.debugf("Chain left to others: chain=%s", chain.started().chainId());
    } catch (RuntimeException e) {
      fail(e);
    } finally {
      busy.decrementAndGet();
    }
  }

  private void settle(WholeChain chain, ChainAblated result, Exception fault) {
    if (fault == null) {
      metrics.ablated(result);
      done.incrementAndGet();
      release(chain);
    } else {
      fail(fault);
    }
  }

  /** What goes wrong because the worker stops is no failure: its chain is left to others. */
  private void fail(Exception fault) {
    if (!stopping) {
      failure.compareAndSet(null, fault);
    }
  }

  private Node identity() {
    return new Node(
        settings.name(),
        Role.ABLATION,
        ablation.modelName(),
        ablation.modelFingerprint(),
        clock.instant());
  }

  private NodeActivity activity() {
    Chains chains = new Chains(busy.get(), settings.threads(), done.get());
    return new NodeActivity(
        stopping ? State.STOPPING : NodeActivity.working(chains),
        chains,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private void release(WholeChain chain) {
    chain.records().forEach(record -> ledger.done(record.partition(), record.offset()));
  }

  private void end(NodeReporter reporter) throws InterruptedException {
    try {
      threads.shutdownNow();
      threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      sink.close();
    } finally {
      reporter.end(stopping && failure.get() == null ? State.STOPPED : State.FAILED);
      source.close();
      ended.countDown();
    }
  }
}
