package dev.linchpin.scoring;

import dev.linchpin.wire.ScoringTopics;
import dev.linchpin.wire.Topics;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * In what scoring live and scoring what was recorded differ; all else is one and the same.
 *
 * @param topics what is read and where the outputs go
 * @param selection which records are scored
 * @param feeds how consumers come by their records, one for each consumer
 * @param deliveries what happens to outputs on their way, one for each task
 * @param store what a delivery keeps
 */
public record ScoringMode(
    ScoringTopics topics,
    Selection selection,
    Supplier<Feed> feeds,
    Supplier<Delivery> deliveries,
    Optional<StoreBuilder<?>> store) {

  /** Live: every record, as soon as it is there. */
  static ScoringMode live(Topics topics, Clock clock) {
    return new ScoringMode(
        topics.scoring(),
        Selection.EVERYTHING,
        () -> Feed.LIVE,
        () -> new LiveDelivery(clock),
        Optional.empty());
  }
}
