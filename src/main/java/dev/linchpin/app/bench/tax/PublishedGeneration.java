package dev.linchpin.app.bench.tax;

import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainPublisher;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.inference.Outbox;
import dev.linchpin.inference.PublishedChain;
import java.time.Duration;

/** As the inference node does it: steps are captured and published. */
public final class PublishedGeneration implements Generation {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChainGenerator generator;
  private final ChainPublisher publisher;
  private final Outbox outbox;

  /**
   * Generates for a publisher.
   *
   * @param outbox the publisher's
   */
  public PublishedGeneration(ChainGenerator generator, ChainPublisher publisher, Outbox outbox) {
    this.generator = generator;
    this.publisher = publisher;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "with capture, published";
  }

  @Override
  public int generate(ChainRequest request) throws InterruptedException {
    PublishedChain chain = publisher.open();
    return generator.generate(request, chain).completionTokens();
  }

  @Override
  public void settle() throws InterruptedException {
    if (!outbox.flush(PATIENCE)) {
      throw new IllegalStateException("not all was published within " + PATIENCE);
    }
  }
}
