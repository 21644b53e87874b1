package dev.linchpin.wire;

import static org.apache.kafka.common.record.TimestampType.CREATE_TIME;

import java.util.List;
import java.util.Optional;

/**
 * The topics of one run of a replay: its own but for the activations that it reads. They keep the
 * times of the live records, and so have no retention: they go with the run.
 *
 * @param live the catalogue of what is replayed
 * @param run name of the run
 * @param partitions how many {@code activations} really has
 */
public record ReplayTopics(Topics live, String run, int partitions) {
  /** The store in which a run counts, for Kafka Streams. */
  public static final String TALLY = "tally";

  /** What was scored live, where a run could be named; no run has this name. */
  public static final String LIVE = "live";

  public ReplayTopics {
    checkName(run);
  }

  /**
   * Passes when a name can be part of a topic's name.
   *
   * @throws IllegalArgumentException when it cannot
   */
  public static void checkName(String run) {
    if (run.equals(LIVE) || !run.matches("[a-z0-9][a-z0-9_-]{0,79}")) {
      throw new IllegalArgumentException(
          "expected a run's name of at most 80 lower-case letters, digits, '-' and '_', not 'live',"
              + " got "
              + run);
    }
  }

  /** Names the run's group, and its topics begin with it. */
  public String applicationId() {
    return live.prefix() + "replay." + run;
  }

  /** What the topology reads and writes. */
  public ScoringTopics scoring() {
    return new ScoringTopics(
        live.activations(),
        ownLike("probes", live.probes(), 1),
        ownLike("scores", live.scores(), partitions),
        ownLike("alerts.low-importance", live.lowImportanceAlerts(), partitions),
        ownLike("alerts.important", live.importantAlerts(), partitions),
        ownLike("dead-letters", live.deadLetters(), partitions));
  }

  /** What became of the records, by partition: the changelog of the store that counts them. */
  public Topic<ReplayCounted> tally() {
    return new Topic<>(
        applicationId() + "-" + TALLY + "-changelog",
        "partition",
        new AvroType<>(List.of(ReplayMapping.COUNTED)),
        partitions,
        Cleanup.COMPACT,
        Optional.empty(),
        1 << 20,
        CREATE_TIME);
  }

  /** Those that come and go with the run. */
  public List<Topic<?>> own() {
    ScoringTopics scoring = scoring();
    return List.of(
        scoring.probes(),
        scoring.scores(),
        scoring.lowImportanceAlerts(),
        scoring.importantAlerts(),
        scoring.deadLetters(),
        tally());
  }

  private <V> Topic<V> ownLike(String name, Topic<V> model, int ownPartitions) {
    return new Topic<>(
        applicationId() + "." + name,
        model.key(),
        model.value(),
        ownPartitions,
        model.cleanup(),
        Optional.empty(),
        model.maxMessageBytes(),
        CREATE_TIME);
  }
}
