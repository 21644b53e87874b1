package dev.linchpin.inference;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node on a thread of its own. */
final class RunningNode implements AutoCloseable {

  static final String GROUP = "nodes";
  static final String NAME = "node-1";

  private final Outbox outbox;
  private final InferenceNode node;
  private final CompletableFuture<Void> run;

  RunningNode(ReasoningModel model, Cluster cluster, int workers, Duration grace) {
    CaptureSettings capture =
        new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.F32);
    this.outbox =
        Outbox.open(
            cluster.client(),
            new OutboxSettings(1 << 20, WhenFull.BLOCK),
            new SimpleMeterRegistry());
    this.node =
        new InferenceNode(
            new ChainGenerator(model, capture, InstantSource.system()),
            new ChainPublisher(
                outbox, new WireFormat(cluster.client()), cluster.topics(), TextPolicy.PUBLISH),
            outbox,
            cluster,
            new NodeSettings(
                cluster.topics().prefix() + GROUP, workers, ScriptedModel.SAMPLING, grace, NAME));
    this.run = CompletableFuture.runAsync(this::run);
  }

  private void run() {
    try {
      node.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops the node and hands on its failure. */
  @Override
  public void close() {
    try {
      node.stop();
      outbox.close();
      run.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
