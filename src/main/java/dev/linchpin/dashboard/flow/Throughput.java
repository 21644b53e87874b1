package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rates of the last ten minutes. Thread-safe. */
final class Throughput {
  /** Ten minutes at one every two seconds. */
  static final int KEPT = 300;

  private final Topics topics;
  private final Deque<Rates> rates = new ArrayDeque<>();
  private Optional<Ends> last = Optional.empty();

  Throughput(Topics topics) {
    this.topics = topics;
  }

  /** Takes the ends of the topics, later ones each time. */
  synchronized void add(Ends ends) {
    last.ifPresent(before -> keep(rates(before, ends)));
    last = Optional.of(ends);
  }

  /** The ends that came last; empty before the first. */
  synchronized Optional<Ends> last() {
    return last;
  }

  /** The rates, newest last. */
  synchronized List<Rates> rates() {
    return List.copyOf(rates);
  }

  private void keep(Rates newest) {
    rates.addLast(newest);
    if (rates.size() > KEPT) {
      rates.removeFirst();
    }
  }

  private Rates rates(Ends from, Ends to) {
    return new Rates(
        to.at(),
        to.rateSince(from, topics.steps()),
        to.rateSince(from, topics.scores()),
        to.rateSince(from, topics.lowImportanceAlerts()),
        to.rateSince(from, topics.importantAlerts()),
        half(to.rateSince(from, topics.chains())),
        to.rateSince(from, topics.deadLetters()));
  }

  private static OptionalDouble half(OptionalDouble rate) {
    return rate.isPresent() ? OptionalDouble.of(rate.getAsDouble() / 2) : rate;
  }
}
