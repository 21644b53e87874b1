package dev.linchpin.app.bench;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.app.bench.tax.BareGeneration;
import dev.linchpin.app.bench.tax.CapturedGeneration;
import dev.linchpin.app.bench.tax.Generation;
import dev.linchpin.app.bench.tax.PublishedGeneration;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainPublisher;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.inference.Outbox;
import dev.linchpin.inference.OutboxSettings;
import dev.linchpin.inference.TextPolicy;
import dev.linchpin.inference.WhenFull;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The bundled reasoner, and a cluster to which it publishes. */
final class ModelUnderTax implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final CaptureSettings CAPTURE =
      new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.BF16);

  private final CausalLm lm;
  private final BenchCluster cluster;
  private final Outbox outbox;

  private ModelUnderTax(CausalLm lm, BenchCluster cluster) {
    this.lm = lm;
    this.cluster = cluster;
    this.outbox =
        Outbox.open(
            cluster.client(),
            new OutboxSettings(OutboxSettings.DEFAULT_BUFFER_BYTES, WhenFull.BLOCK),
            new SimpleMeterRegistry());
  }

  static ModelUnderTax open(Path folder) {
    CausalLm lm = CausalLm.load(folder);
    try {
      return new ModelUnderTax(lm, BenchCluster.start(PARTITIONS));
    } catch (RuntimeException e) {
      lm.close();
      throw e;
    }
  }

  /** The model alone, with capture, and with capture and publishing. */
  List<Generation> ways() {
    ChainGenerator generator =
        new ChainGenerator(CheckpointModel.of(lm), CAPTURE, Clock.systemUTC());
    ChainPublisher publisher =
        new ChainPublisher(
            outbox, new WireFormat(cluster.client()), cluster.topics(), TextPolicy.PUBLISH);
    return List.of(
        new BareGeneration(lm),
        new CapturedGeneration(generator),
        new PublishedGeneration(generator, publisher, outbox));
  }

  @Override
  public void close() {
    outbox.close();
    cluster.close();
    lm.close();
  }
}
