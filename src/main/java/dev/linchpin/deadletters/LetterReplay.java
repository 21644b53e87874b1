package dev.linchpin.deadletters;

import dev.linchpin.deadletters.Outcome.Duplicate;
import dev.linchpin.deadletters.Outcome.Planned;
import dev.linchpin.deadletters.Outcome.Redelivered;
import dev.linchpin.deadletters.RedeliveryRules.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts letters back, many at a time, and says in their order what became of each. A record goes
 * back once, however many letters there are of it. For one thread.
 */
final class LetterReplay {
  /** Letters after which what was collected is written. */
  static final int BATCH_LETTERS = 500;

  private static final long BATCH_BYTES = 16L << 20;

  private final RedeliveryRules rules;
  private final Redeliveries done;
  private final RedeliveryWriter writer;
  private final Consumer<Outcome> sink;
  private final List<Decision> batch = new ArrayList<>();
  private final Set<String> inBatch = new HashSet<>();
  private final Set<String> now = new HashSet<>();
  private long batchBytes;

  /**
   * A replay that has put back nothing yet.
   *
   * @param done what was put back before
   * @param sink hears what became of each letter
   */
  LetterReplay(
      RedeliveryRules rules, Redeliveries done, RedeliveryWriter writer, Consumer<Outcome> sink) {
    this.rules = rules;
    this.done = done;
    this.writer = writer;
    this.sink = sink;
  }

  /** Takes a letter, which is put back by {@link #flush} at the latest. */
  void take(Letter letter) {
    Optional<String> record = letter.recordKey();
    if (record.filter(inBatch::contains).isPresent()) {
      flush();
    }
    if (record.filter(now::contains).isPresent()) {
      add(new Decision.Settled(new Duplicate(letter.id())));
    } else {
      add(rules.decide(letter, done));
    }
  }

  /** Takes note that there is no letter of that name. */
  void missing(LetterId id) {
    add(
        new Decision.Settled(
            new Outcome.Refused(id, Refusal.NO_SUCH_LETTER, "there is no letter " + id)));
  }

  /** Puts back what was taken. */
  void flush() {
    List<Redelivery> sent =
        batch.stream()
            .filter(Decision.Send.class::isInstance)
            .map(decision -> ((Decision.Send) decision).redelivery())
            .toList();
    Iterator<Outcome> written =
        (sent.isEmpty() ? List.<Outcome>of() : writer.write(sent)).iterator();
    for (Decision decision : batch) {
      if (decision instanceof Decision.Settled settled) {
        sink.accept(settled.outcome());
      } else {
        conclude(((Decision.Send) decision).redelivery(), written.next());
      }
    }
    batch.clear();
    inBatch.clear();
    batchBytes = 0;
  }

  private void add(Decision decision) {
    batch.add(decision);
    if (decision instanceof Decision.Send send) {
      inBatch.add(send.redelivery().recordKey());
      batchBytes += send.redelivery().size();
    }
    if (batch.size() >= BATCH_LETTERS || batchBytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void conclude(Redelivery redelivery, Outcome outcome) {
    if (outcome instanceof Redelivered || outcome instanceof Planned) {
      now.add(redelivery.recordKey());
    }
    sink.accept(outcome);
  }
}
