package dev.linchpin.dashboard.chain;

import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reads the records of the topics about chains, by topic. For one thread at a time. */
public final class ChainRecordReader {
  private final Topics topics;
  private final ChainReader<ChainEvent> chains;
  private final ChainReader<StepCompleted> steps;
  private final ChainReader<StepScored> scores;
  private final ChainReader<ChainAblated> ablations;

  /** A reader that waits for a registry that is away. */
  public ChainRecordReader(Topics topics, WireFormat wire, Patience patience) {
    this.topics = topics;
    chains = reader(topics.chains(), wire, patience, ChainEvent::chainId);
    steps = reader(topics.steps(), wire, patience, step -> step.step().chainId());
    scores = reader(topics.scores(), wire, patience, score -> score.step().chainId());
    ablations = reader(topics.ablations(), wire, patience, ChainAblated::chainId);
  }

  /** What is read; all have the same number of partitions. */
  public static List<Topic<?>> topics(Topics topics) {
    return List.of(topics.chains(), topics.steps(), topics.scores(), topics.ablations());
  }

  /**
   * The record.
   *
   * @param topic its topic, one of {@link #topics}
   * @param key as it came, null for none
   * @param value as it came, null for none
   * @param timestamp of the record
   * @throws UnusableRecordException when it is none
   */
  public ChainRecord read(String topic, byte[] key, byte[] value, Instant timestamp) {
    if (topic.equals(topics.steps().name())) {
      return new ChainRecord.Completed(steps.read(key, value));
    }
    if (topic.equals(topics.scores().name())) {
      return new ChainRecord.Scored(scores.read(key, value), timestamp);
    }
    return topic.equals(topics.ablations().name())
        ? new ChainRecord.Ablated(ablations.read(key, value))
        : chain(chains.read(key, value));
  }

  private static ChainRecord chain(ChainEvent event) {
    return event instanceof ChainStarted started
        ? new ChainRecord.Started(started)
        : new ChainRecord.Finished((ChainFinished) event);
  }

  private static <V> ChainReader<V> reader(
      Topic<V> topic, WireFormat wire, Patience patience, Function<V, String> chainId) {
    return new ChainReader<>(new PatientReader<>(topic, wire.decoder(), patience), chainId);
  }
}
