package dev.linchpin.wire;

import static org.apache.kafka.common.record.TimestampType.CREATE_TIME;
import static org.apache.kafka.common.record.TimestampType.LOG_APPEND_TIME;

import dev.linchpin.probe.ProbeRelease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.record.TimestampType;

/**
 * The catalogue: every topic, declared once.
 *
 * <p>{@code chains}, {@code steps}, {@code activations}, {@code scores}, {@code ablations} and
 * {@code labels} have the same partition count, so that one chain's records share a partition
 * number. The timestamp of a score or an alert is the broker's: it says when the verdict was
 * readable.
 *
 * @param prefix stands before every name, empty for none; several installations share a cluster by
 *     it
 * @param partitions number of partitions of each topic about chains, at least 1
 */
public record Topics(String prefix, int partitions) {

  /** No prefix, {@link #DEFAULT_PARTITIONS}. */
  public static final Topics DEFAULT = new Topics("", Topics.DEFAULT_PARTITIONS);

  /** Partitions unless told otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  private static final int MEBIBYTE = 1 << 20;
  private static final int LARGEST_STEP = 8 * MEBIBYTE;
  private static final int LARGEST_PROBE = 64 * MEBIBYTE;
  // A dead letter is any record and headers on top.
  private static final int LARGEST_DEAD_LETTER = LARGEST_PROBE + MEBIBYTE;

  public Topics {
    if (!prefix.matches("[a-zA-Z0-9._-]{0,200}")) {
      throw new IllegalArgumentException(
          "expected a topic prefix of at most 200 letters, digits, '.', '_', '-'; got " + prefix);
    }
    if (partitions < 1) {
      throw new IllegalArgumentException("expected at least 1 partition, got " + partitions);
    }
  }

  /** Work queue of the inference nodes. */
  public Topic<ProblemPosed> problems() {
    return deleted("problems", "problemId", avro(ProblemMapping.POSED), 7, MEBIBYTE, CREATE_TIME);
  }

  /** Starts and ends of chains. */
  public Topic<ChainEvent> chains() {
    return aboutChains(
        "chains",
        new AvroType<>(List.of(ChainMapping.STARTED, ChainMapping.FINISHED)),
        30,
        MEBIBYTE,
        CREATE_TIME);
  }

  /** The light records of steps. */
  public Topic<StepCompleted> steps() {
    return aboutChains("steps", avro(StepMapping.COMPLETED), 30, MEBIBYTE, CREATE_TIME);
  }

  /** The heavy records of steps, or what a probe's first layer made of them. */
  public Topic<ActivationsEvent> activations() {
    return aboutChains(
        "activations",
        new AvroType<>(List.of(ActivationsMapping.CAPTURED, ProjectionMapping.PROJECTED)),
        3,
        LARGEST_STEP,
        CREATE_TIME);
  }

  /** Probes; a null value takes one away. */
  public Topic<ProbeRelease> probes() {
    return compacted("probes", "model/name/version", avro(ProbeMapping.PUBLISHED), LARGEST_PROBE);
  }

  /** Every probe's score of every step. */
  public Topic<StepScored> scores() {
    return aboutChains("scores", avro(ScoreMapping.SCORED), 30, MEBIBYTE, LOG_APPEND_TIME);
  }

  /** Steps that could be taken out. */
  public Topic<StepFlagged> lowImportanceAlerts() {
    return alerts("alerts.low-importance");
  }

  /** Steps that hold the answer up. */
  public Topic<StepFlagged> importantAlerts() {
    return alerts("alerts.important");
  }

  /** What removing steps of finished chains showed. */
  public Topic<ChainAblated> ablations() {
    return aboutChains("ablations", avro(AblationMapping.ABLATED), 30, MEBIBYTE, LOG_APPEND_TIME);
  }

  /** The ground truth of steps, beside the scores they were given. */
  public Topic<StepLabelled> labels() {
    return aboutChains("labels", avro(LabelMapping.LABELLED), 30, MEBIBYTE, LOG_APPEND_TIME);
  }

  /** Live quality of every probe version. */
  public Topic<ProbeEvaluated> evaluations() {
    return deleted(
        "evaluations",
        "model/name/version",
        avro(EvaluationMapping.EVALUATED),
        30,
        MEBIBYTE,
        LOG_APPEND_TIME);
  }

  /** Records that could not be used, as they came; see {@link DeadLetter}. */
  public Topic<byte[]> deadLetters() {
    return deleted(
        "dead-letters", "as it came", new RawBytes(), 14, LARGEST_DEAD_LETTER, CREATE_TIME);
  }

  /**
   * What nodes that run a model are doing; see {@link NodeReported}. Kept for a day rather than
   * compacted: a node has a new name each time it starts unless it was given one.
   */
  public Topic<NodeReported> nodes() {
    return deleted("nodes", "node", avro(NodeMapping.REPORTED), 1, MEBIBYTE, CREATE_TIME);
  }

  /** Which records were put back from the dead letters: the last time of each. */
  public Topic<LetterRedelivered> redeliveries() {
    return compacted(
        "redeliveries", "topic/partition/offset", avro(RedeliveryMapping.REDELIVERED), MEBIBYTE);
  }

  /** Runs of replays; a null value takes one away. */
  public Topic<ReplayRequested> replays() {
    return compacted("replays", "run", avro(ReplayMapping.REQUESTED), MEBIBYTE);
  }

  /**
   * What people changed, for ever: alert rules are what it says of them from its beginning on. One
   * partition, so that it has one order.
   */
  public Topic<OperatorActed> audit() {
    return ordered("audit", "target", avro(DeskMapping.ACTED), Optional.empty());
  }

  /** What a person should look at; a null value takes an incident away. */
  public Topic<IncidentChanged> incidents() {
    return compacted("incidents", "incidentId", avro(AlertMapping.CHANGED), MEBIBYTE);
  }

  /** What became of notices to webhooks. */
  public Topic<WebhookAttempted> deliveries() {
    return ordered(
        "deliveries", "incidentId", avro(DeskMapping.ATTEMPTED), Optional.of(Duration.ofDays(30)));
  }

  /** What live scoring reads and where it writes. */
  public ScoringTopics scoring() {
    return new ScoringTopics(
        activations(), probes(), scores(), lowImportanceAlerts(), importantAlerts(), deadLetters());
  }

  /** All of them. */
  public List<Topic<?>> all() {
    return List.of(
        problems(),
        chains(),
        steps(),
        activations(),
        probes(),
        scores(),
        lowImportanceAlerts(),
        importantAlerts(),
        ablations(),
        labels(),
        evaluations(),
        deadLetters(),
        nodes(),
        redeliveries(),
        replays(),
        audit(),
        incidents(),
        deliveries());
  }

  private Topic<StepFlagged> alerts(String name) {
    return aboutChains(name, avro(ScoreMapping.FLAGGED), 7, MEBIBYTE, LOG_APPEND_TIME);
  }

  private <V> Topic<V> aboutChains(
      String name, ValueType<V> value, int days, int maxMessageBytes, TimestampType timestamps) {
    return deleted(name, "chainId", value, days, maxMessageBytes, timestamps);
  }

  private <V> Topic<V> compacted(String name, String key, ValueType<V> value, int maxMessageBytes) {
    return new Topic<>(
        prefix + name,
        key,
        value,
        1,
        Cleanup.COMPACT,
        Optional.empty(),
        maxMessageBytes,
        CREATE_TIME);
  }

  private <V> Topic<V> ordered(
      String name, String key, ValueType<V> value, Optional<Duration> retention) {
    return new Topic<>(
        prefix + name, key, value, 1, Cleanup.DELETE, retention, MEBIBYTE, CREATE_TIME);
  }

  private <V> Topic<V> deleted(
      String name,
      String key,
      ValueType<V> value,
      int days,
      int maxMessageBytes,
      TimestampType timestamps) {
    return new Topic<>(
        prefix + name,
        key,
        value,
        partitions,
        Cleanup.DELETE,
        Optional.of(Duration.ofDays(days)),
        maxMessageBytes,
        timestamps);
  }

  private static <V> ValueType<V> avro(AvroMapping<V, ?> mapping) {
    return new AvroType<>(List.of(mapping));
  }
}
