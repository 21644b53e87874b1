package dev.linchpin.deadletters;

import dev.linchpin.log.RawLog;
import dev.linchpin.log.TopicTail;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.Patience;
import java.util.Optional;
import java.util.function.Consumer;

/** The dead letters of a cluster, and which were put back. For one thread at a time. */
public final class LetterBox implements AutoCloseable {
  private final RawLog letters;
  private final TopicTail<LetterRedelivered> tail;
  private final Redeliveries redeliveries = new Redeliveries();

  /** The letters of a cluster; fails where it does not answer. */
  public LetterBox(Cluster cluster) {
    Patience none = Patience.until(() -> true);
    this.letters = new RawLog(cluster, cluster.topics().deadLetters(), none);
    this.tail = new TopicTail<>(cluster, cluster.topics().redeliveries(), none);
  }

  /** What was put back so far. */
  public Redeliveries redeliveries() {
    tail.readToEnd(this::note);
    return redeliveries;
  }

  /** As {@link #redeliveries}, after what is being put back at this time. */
  Redeliveries settledRedeliveries() {
    tail.readToDecidedEnd(this::note);
    return redeliveries;
  }

  /**
   * Hands over the letters that a filter means, as far as they were there when this was opened:
   * partition by partition, in the order of the offsets.
   */
  public void read(LetterFilter filter, Consumer<Letter> sink) {
    letters.read(
        record -> {
          Letter letter = Letter.of(record);
          if (filter.matches(letter)) {
            sink.accept(letter);
          }
        });
  }

  /** The letter of that name; empty where there is none, or no longer. */
  public Optional<Letter> find(LetterId id) {
    return letters.find(id.address()).map(Letter::of);
  }

  @Override
  public void close() {
    tail.close();
    letters.close();
  }

  private void note(TopicTail.Entry<LetterRedelivered> entry) {
    entry.value().ifPresent(redeliveries::note);
  }
}
