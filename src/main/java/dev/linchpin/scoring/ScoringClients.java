package dev.linchpin.scoring;

import dev.linchpin.stream.StreamsClients;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Clients of Kafka Streams, whose consumers of activations score what they poll. */
final class ScoringClients extends StreamsClients {
  private final Supplier<PollScorer> scorers;
  private final Supplier<Feed> feeds;

  /**
   * Clients that score.
   *
   * @param scorers gives each consumer one of its own
   * @param feeds so does this
   */
  ScoringClients(Supplier<PollScorer> scorers, Supplier<Feed> feeds) {
    this.scorers = scorers;
    this.feeds = feeds;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
    return new ScoringConsumer(settings, new ValueViews(), scorers.get(), feeds.get());
  }
}
