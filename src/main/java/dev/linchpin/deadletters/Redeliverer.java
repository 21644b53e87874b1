package dev.linchpin.deadletters;

import dev.linchpin.deadletters.LetterSelection.Ids;
import dev.linchpin.deadletters.LetterSelection.Matching;
import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Puts the letters of a cluster back on the topics that they came from. Letters that arrive
 * meanwhile, such as those of records that failed again, are left for the next time.
 */
public final class Redeliverer {
  private final Cluster cluster;
  private final boolean again;
  private final InstantSource clock;

  /**
   * What puts letters back.
   *
   * @param cluster where the letters are
   * @param again whether what was put back before is put back once more
   * @param clock says when a record was put back
   */
  public Redeliverer(Cluster cluster, boolean again, InstantSource clock) {
    this.cluster = cluster;
    this.again = again;
    this.clock = clock;
  }

  /**
   * Puts letters back.
   *
   * @param sink hears what became of each, in their order
   * @throws KafkaException when the cluster or the registry is away or another replay began; what
   *     was put back until then is known the next time
   */
  public ReplayCounts run(LetterSelection selection, Consumer<Outcome> sink) {
    try (LetterBox box = new LetterBox(cluster);
        TransactionalWriter writer = new TransactionalWriter(cluster, clock)) {
      writer.begin();
      ReplayCounts counts = replay(selection, box, box.settledRedeliveries(), writer, sink);
      // So that whoever looks next sees all of it.
      box.settledRedeliveries();
      return counts;
    }
  }

  /** Says what {@link #run} would do. */
  public ReplayCounts plan(LetterSelection selection, Consumer<Outcome> sink) {
    try (LetterBox box = new LetterBox(cluster)) {
      return replay(selection, box, box.redeliveries(), Redeliverer::planned, sink);
    }
  }

  private ReplayCounts replay(
      LetterSelection selection,
      LetterBox box,
      Redeliveries done,
      RedeliveryWriter writer,
      Consumer<Outcome> sink) {
    ReplayCounts counts = new ReplayCounts();
    RedeliveryRules rules = new RedeliveryRules(cluster.topics(), partitions(), again);
    LetterReplay replay =
        new LetterReplay(
            rules,
            done,
            writer,
            outcome -> {
              counts.add(outcome);
              sink.accept(outcome);
            });
    if (selection instanceof Ids named) {
      named
          .ids()
          .forEach(id -> box.find(id).ifPresentOrElse(replay::take, () -> replay.missing(id)));
    } else {
      box.read(((Matching) selection).filter(), replay::take);
    }
    replay.flush();
    return counts;
  }

  private static List<Outcome> planned(List<Redelivery> redeliveries) {
    return redeliveries.stream()
        .<Outcome>map(
            each -> new Outcome.Planned(each.letter(), each.origin().topic(), each.attempt()))
        .toList();
  }

  /** How many partitions each topic of the catalogue has that is there. */
  private Map<String, Integer> partitions() {
    Topics topics = cluster.topics();
    try (Admin admin = Admin.create(new HashMap<>(cluster.client()))) {
      Set<String> present = Answers.of(admin.listTopics().names());
      List<String> ours = RedeliveryRules.names(topics).stream().filter(present::contains).toList();
      return Answers.of(admin.describeTopics(ours).allTopicNames()).values().stream()
          .collect(Collectors.toMap(topic -> topic.name(), topic -> topic.partitions().size()));
    }
  }
}
