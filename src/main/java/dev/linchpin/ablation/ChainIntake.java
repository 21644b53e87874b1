package dev.linchpin.ablation;

import dev.linchpin.ablation.AblationMetrics.Skip;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads raw records of {@code chains} and {@code steps} into chains. For one thread. */
final class ChainIntake {
  private static final Logger LOG = Logger.getLogger(ChainIntake.class);

  private final Topics topics;
  private final PatientReader<ChainEvent> chains;
  private final PatientReader<StepCompleted> steps;
  private final AblationMetrics metrics;
  private final Clock clock;
  private final ChainAssembler assembler;

  ChainIntake(
      Topics topics,
      WireFormat wire,
      Patience patience,
      AblationMetrics metrics,
      Clock clock,
      Duration chainPatience) {
    this.topics = topics;
    this.chains = new PatientReader<>(topics.chains(), wire.decoder(), patience);
    this.steps = new PatientReader<>(topics.steps(), wire.decoder(), patience);
    this.metrics = metrics;
    this.clock = clock;
    this.assembler = new ChainAssembler(chainPatience);
  }

  List<String> topics() {
    return List.of(topics.chains().name(), topics.steps().name());
  }

  /**
   * Takes a record.
   *
   * @return the chain that it completes, if it does
   * @throws UndecodableRecordException if it cannot be read
   */
  Optional<WholeChain> take(ConsumerRecord<byte[], byte[]> raw, RecordAddress address) {
    Optional<WholeChain> whole =
        raw.topic().equals(topics.chains().name())
            ? assembler.add(chains.read(raw.value()), address, clock.instant())
            : assembler.add(steps.read(raw.value()), address, clock.instant());
    metrics.open(assembler.size());
    return whole;
  }

  /** A record was passed over for good. */
  void unreadable(ConsumerRecord<byte[], byte[]> raw, UndecodableRecordException fault) {
    metrics.skipped(Skip.UNREADABLE);
    LOG.warnf(
        "Record skipped: topic=%s partition=%d offset=%d reason=%s",
        raw.topic(), raw.partition(), raw.offset(), fault.reason());
  }

  /** Records of chains that are given up, by chain. */
  List<List<RecordAddress>> giveUp() {
    List<List<RecordAddress>> givenUp = assembler.giveUp(clock.instant());
    givenUp.forEach(chain -> metrics.skipped(Skip.INCOMPLETE));
    metrics.open(assembler.size());
    return givenUp;
  }

  void forget(Collection<TopicPartition> partitions) {
    assembler.forget(partitions);
  }
}
