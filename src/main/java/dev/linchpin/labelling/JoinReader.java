package dev.linchpin.labelling;

import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.stream.UnusableRecordException.Reason;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import org.apache.kafka.streams.processor.api.Record;

/** Reads what the join takes: scores and ablations, by their topic. For one thread at a time. */
final class JoinReader {
  /** One of the two. */
  sealed interface Event {}

  /** A probe's score of a step. */
  record Score(StepScored value) implements Event {}

  /** What removal showed of a chain. */
  record Ablation(ChainAblated value) implements Event {}

  private final String scoresTopic;
  private final ChainReader<StepScored> scores;
  private final ChainReader<ChainAblated> ablations;

  JoinReader(Topics topics, WireFormat wire, Patience patience) {
    scoresTopic = topics.scores().name();
    scores =
        new ChainReader<>(
            new PatientReader<>(topics.scores(), wire.decoder(), patience),
            score -> score.step().chainId());
    ablations =
        new ChainReader<>(
            new PatientReader<>(topics.ablations(), wire.decoder(), patience),
            ChainAblated::chainId);
  }

  /**
   * The event.
   *
   * @throws UnusableRecordException when it is none
   */
  Event read(String topic, Record<byte[], byte[]> event) {
    return topic.equals(scoresTopic)
        ? new Score(inRange(scores.read(event.key(), event.value())))
        : new Ablation(ablations.read(event.key(), event.value()));
  }

  private static StepScored inRange(StepScored score) {
    if (score.score() >= 0 && score.score() <= 1) {
      return score;
    }
    throw new UnusableRecordException(
        Reason.MALFORMED, "expected a score in [0, 1], got " + score.score());
  }
}
