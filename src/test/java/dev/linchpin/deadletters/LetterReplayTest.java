package dev.linchpin.deadletters;

import static dev.linchpin.deadletters.LetterSamples.NOW;
import static dev.linchpin.deadletters.LetterSamples.TOPIC;
import static dev.linchpin.deadletters.LetterSamples.headers;
import static dev.linchpin.deadletters.LetterSamples.letter;
import static dev.linchpin.deadletters.LetterSamples.origin;
import static dev.linchpin.deadletters.LetterSamples.redelivered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class LetterReplayTest {
  private final Redeliveries done = new Redeliveries();
  private final List<List<LetterId>> written = new ArrayList<>();
  private final Set<LetterId> unacceptable = new HashSet<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  @Test
  void shouldSayInTheirOrderWhatBecameOfAll() {
    // Given
    done.note(redelivered(letter(1), 1));
    LetterReplay replay = replay(false);

    // When
    replay.take(letter(0));
    replay.take(letter(1));
    replay.take(letter(2, new RecordHeaders(), null, null));
    replay.missing(LetterId.of(0, 99));
    replay.take(letter(3));
    replay.flush();

    // Then
    assertThat(written).containsExactly(List.of(LetterId.of(0, 0), LetterId.of(0, 3)));
    assertThat(told())
        .containsExactly(
            "0:0 Redelivered", "0:1 AlreadyDone", "0:2 Refused", "0:99 Refused", "0:3 Redelivered");
    ReplayCounts counts = counts();
    assertThat(counts.selected()).isEqualTo(5);
    assertThat(counts.redelivered()).isEqualTo(2);
    assertThat(counts.already()).isEqualTo(1);
    assertThat(counts.refused()).isEqualTo(2);
    assertThat(counts.refusedByReason())
        .containsOnly(Map.entry(Refusal.UNKNOWN_ORIGIN, 1L), Map.entry(Refusal.NO_SUCH_LETTER, 1L));
  }

  @Test
  void shouldPutARecordBackOnceHoweverManyLettersThereAreOfIt() {
    // Given
    LetterReplay replay = replay(true);

    // When
    replay.take(letter(0));
    replay.take(twin(1));
    replay.take(twin(2));
    replay.flush();

    // Then
    assertThat(written).containsExactly(List.of(LetterId.of(0, 0)));
    assertThat(told()).containsExactly("0:0 Redelivered", "0:1 Duplicate", "0:2 Duplicate");
    assertThat(counts().already()).isEqualTo(2);
  }

  @Test
  void shouldTryTheNextLetterOfARecordThatWasNotAccepted() {
    // Given
    unacceptable.add(LetterId.of(0, 0));
    LetterReplay replay = replay(false);

    // When
    replay.take(letter(0));
    replay.take(twin(1));
    replay.flush();

    // Then
    assertThat(told()).containsExactly("0:0 Refused", "0:1 Redelivered");
  }

  @Test
  void shouldWriteWhenManyLettersOrManyBytesAreCollected() {
    // Given
    LetterReplay replay = replay(false);

    // When
    for (int i = 0; i <= LetterReplay.BATCH_LETTERS; i++) {
      replay.take(letter(i));
    }
    for (int i = 1000; i < 1005; i++) {
      replay.take(
          letter(i, headers(origin("EMPTY", TOPIC, i)), "k".getBytes(UTF_8), new byte[6 << 20]));
    }
    replay.flush();
    replay.flush();

    // Then
    assertThat(written).extracting(List::size).containsExactly(LetterReplay.BATCH_LETTERS, 4, 2);
    assertThat(counts().redelivered()).isEqualTo(LetterReplay.BATCH_LETTERS + 6);
  }

  /** A letter of the same record as letter 0. */
  private static Letter twin(long offset) {
    return letter(offset, origin("MALFORMED", TOPIC, 0), "chain-0");
  }

  private LetterReplay replay(boolean again) {
    Topics topics = new Topics("lab.", 3);
    return new LetterReplay(
        new RedeliveryRules(topics, Map.of(TOPIC, 3), again), done, this::write, outcomes::add);
  }

  private List<Outcome> write(List<Redelivery> batch) {
    written.add(batch.stream().map(Redelivery::letter).toList());
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Redelivery each) {
    return unacceptable.contains(each.letter())
        ? each.refused(Refusal.NOT_ACCEPTED, "too large")
        : new Outcome.Redelivered(each.letter(), each.arrived(new LogAddress(0, 0), NOW));
  }

  private List<String> told() {
    return outcomes.stream()
        .map(outcome -> outcome.letter() + " " + outcome.getClass().getSimpleName())
        .toList();
  }

  private ReplayCounts counts() {
    ReplayCounts counts = new ReplayCounts();
    outcomes.forEach(counts::add);
    return counts;
  }
}
