package dev.linchpin.inference;

import dev.linchpin.node.NodeActivity;
import dev.linchpin.node.NodeReporter;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import dev.linchpin.wire.OffsetLedger;
import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Takes problems from the work queue and puts chains on their topics, until it is told to stop.
 *
 * <p>A chain under way when the node stops may go on for the grace period; after that it is left
 * unfinished and its problem uncommitted. A record that the cluster refuses for good ends the node
 * with an error, again with the problem uncommitted. From its start to its end the node reports on
 * {@code nodes} what it is doing.
 */
public final class InferenceNode {

  private final ChainGenerator generator;
  private final Cluster cluster;
  private final ProblemQueue queue;
  private final OffsetLedger ledger;
  private final ProblemWorker worker;
  private final Outbox outbox;
  private final NodeSettings settings;
  private final Topic<ProblemPosed> problems;

  private final ExecutorService threads;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /**
   * @param generator what generates, shared by the workers
   * @param publisher where its chains go, through {@code outbox}
   * @param outbox the publisher's; stays open
   * @param cluster where problems come from and reports go
   */
  public InferenceNode(
      ChainGenerator generator,
      ChainPublisher publisher,
      Outbox outbox,
      Cluster cluster,
      NodeSettings settings) {
    this.generator = generator;
    this.cluster = cluster;
    this.settings = settings;
    this.outbox = outbox;
    this.problems = cluster.topics().problems();
    this.ledger = new OffsetLedger();
    this.queue = new ProblemQueue(consumer(cluster, settings), ledger);
    this.worker =
        new ProblemWorker(
            generator,
            publisher,
            new WireFormat(cluster.client()).decoder(),
            problems,
            settings.sampling());
    this.threads = Executors.newFixedThreadPool(settings.workers());
  }

  /** Works until {@link #stop} is called; throws when it cannot go on. */
  public void run() throws InterruptedException {
    NodeReporter reporter =
        NodeReporter.start(cluster, identity(), generator.clock(), this::activity);
    try {
      queue.subscribe(problems.name());
      while (!stopping && failure.get() == null) {
        queue.poll(() -> busy.get() < settings.workers(), this::take);
      }
    } finally {
      end(reporter);
    }
    if (failure.get() != null) {
      throw new IllegalStateException("the node cannot go on", failure.get());
    }
  }

  /** Tells the node to stop and waits until it has. */
  public void stop() throws InterruptedException {
    stopping = true;
    ended.await();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    busy.incrementAndGet();
    threads.execute(() -> work(record));
  }

  private void work(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    try {
      var unused =
          worker
              .work(record)
              .whenComplete((done, fault) -> settle(partition, record.offset(), fault));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      busy.decrementAndGet();
    }
  }

  private void settle(TopicPartition partition, long offset, Throwable fault) {
    if (fault == null) {
      ledger.done(partition, offset);
    } else {
      failure.compareAndSet(null, fault);
    }
  }

  private void end(NodeReporter reporter) throws InterruptedException {
    try {
      threads.shutdown();
      if (!threads.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS);
      }
      outbox.flush(settings.grace());
    } finally {
      reporter.end(stopping && failure.get() == null ? State.STOPPED : State.FAILED);
      queue.close();
      ended.countDown();
    }
  }

  private Node identity() {
    ReasoningModel model = generator.model();
    return new Node(
        settings.name(),
        Role.INFERENCE,
        model.name(),
        model.fingerprint(),
        generator.clock().instant());
  }

  private NodeActivity activity() {
    Chains chains = new Chains(busy.get(), settings.workers(), generator.totals().chains());
    return new NodeActivity(
        stopping ? State.STOPPING : NodeActivity.working(chains),
        chains,
        OptionalLong.of(outbox.usedBytes()),
        OptionalLong.of(outbox.capacityBytes()),
        OptionalLong.of(generator.totals().tokens()));
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Cluster cluster, NodeSettings settings) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(
        ProblemQueue.settings(cluster.client(), settings.group()), bytes, bytes);
  }
}
