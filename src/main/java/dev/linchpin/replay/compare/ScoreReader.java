package dev.linchpin.replay.compare;

import dev.linchpin.log.TopicTail;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads whole topics, up to what is committed, and keeps the last record of every step that is
 * wanted. Fails when the cluster is away.
 *
 * @param cluster where the topics are
 */
public record ScoreReader(Cluster cluster) {

  /** Scores by step; of several that are wanted, the last. */
  public Map<StepRef, StepScored> scores(Topic<StepScored> topic, Predicate<StepScored> wanted) {
    Map<StepRef, StepScored> scores = new HashMap<>();
    try (TopicTail<StepScored> tail = tail(topic)) {
      tail.readToDecidedEnd(
          entry ->
              entry.value().filter(wanted).ifPresent(score -> scores.put(score.step(), score)));
    }
    return scores;
  }

  /** Labels of these steps, as far as there are any. */
  public Map<StepRef, StepLabelled> labels(Set<StepRef> steps) {
    Map<StepRef, StepLabelled> labels = new HashMap<>();
    try (TopicTail<StepLabelled> tail = tail(cluster.topics().labels())) {
      tail.readToDecidedEnd(
          entry ->
              entry
                  .value()
                  .filter(label -> steps.contains(label.step()))
                  .ifPresent(label -> labels.put(label.step(), label)));
    }
    return labels;
  }

  /** Texts of these steps; one that is withheld or gone has none. */
  public Map<StepRef, String> texts(Collection<StepRef> steps) {
    Set<StepRef> wanted = Set.copyOf(steps);
    Map<StepRef, String> texts = new HashMap<>();
    try (var tail = tail(cluster.topics().steps())) {
      tail.readToDecidedEnd(
          entry ->
              entry
                  .value()
                  .filter(step -> wanted.contains(step.step()))
                  .flatMap(step -> step.text().map(text -> Map.entry(step.step(), text)))
                  .ifPresent(text -> texts.put(text.getKey(), text.getValue())));
    }
    return texts;
  }

  private <V> TopicTail<V> tail(Topic<V> topic) {
    return new TopicTail<>(cluster, topic, Patience.until(() -> true));
  }
}
