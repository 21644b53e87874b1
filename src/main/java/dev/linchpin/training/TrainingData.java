package dev.linchpin.training;

import dev.linchpin.probe.ProbeInput;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * The labels of one model with the activations of their steps, these in files. Activations are
 * fetched as soon as a label is known, since retention takes them long before the label.
 */
final class TrainingData implements AutoCloseable {
  private final TrainingTarget target;
  private final LabelIndex labels = new LabelIndex();
  private final ActivationLog log;
  private final ActivationCache cache;
  private IntColumn unread = new IntColumn();

  TrainingData(Cluster cluster, TrainingTarget target, Path directory, Patience patience) {
    this.target = target;
    this.log = new ActivationLog(cluster, target, patience);
    this.cache = new ActivationCache(directory, target.shape());
  }

  TrainingTarget target() {
    return target;
  }

  /** Takes a label, if it is of the model. */
  void put(StepLabelled label) {
    if (target.matches(label)) {
      int number = labels.put(label);
      if (labels.row(number) == LabelIndex.NOT_READ) {
        unread.add(number);
      }
    }
  }

  /** Fetches the activations of new labels and says how many cannot be had. */
  Losses fetch() {
    int[] numbers = IntStream.range(0, unread.size()).map(unread::get).distinct().toArray();
    unread = new IntColumn();
    return numbers.length == 0 ? Losses.NONE : log.fetch(labels, numbers, cache);
  }

  /** Labels that can be trained on. */
  int usable() {
    return labels.usable();
  }

  /** Those of them that came into being after {@code instant}. */
  int usableSince(Instant instant) {
    return labels.usableSince(instant);
  }

  /** All of them as a probe reads them. */
  Examples examples(ProbeInput input) {
    return new CachedExamples(labels, cache, input, labels.usableInOrder());
  }

  @Override
  public void close() {
    log.close();
    cache.close();
  }
}
