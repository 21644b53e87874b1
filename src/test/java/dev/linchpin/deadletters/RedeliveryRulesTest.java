package dev.linchpin.deadletters;

import static dev.linchpin.deadletters.LetterSamples.TIME;
import static dev.linchpin.deadletters.LetterSamples.TOPIC;
import static dev.linchpin.deadletters.LetterSamples.headers;
import static dev.linchpin.deadletters.LetterSamples.letter;
import static dev.linchpin.deadletters.LetterSamples.origin;
import static dev.linchpin.deadletters.LetterSamples.redelivered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.deadletters.Outcome.AlreadyDone;
import dev.linchpin.deadletters.Outcome.Refused;
import dev.linchpin.deadletters.RedeliveryRules.Decision;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RedeliveryRulesTest {
  private static final Topics TOPICS = new Topics("lab.", 3);
  private static final byte[] KEY = "chain-1".getBytes(UTF_8);
  private static final byte[] VALUE = {1};

  private final Redeliveries done = new Redeliveries();

  @Test
  void shouldPutARecordBackAsItCame() {
    // Given
    Letter letter = letter(5);

    // When
    ProducerRecord<byte[], byte[]> record = sent(letter).record();

    // Then
    assertThat(record.topic()).isEqualTo(TOPIC);
    assertThat(record.partition()).isNull();
    assertThat(record.timestamp()).isEqualTo(TIME.toEpochMilli());
    assertThat(record.key()).isEqualTo(letter.key());
    assertThat(record.value()).isEqualTo(letter.value());
    assertThat(record.headers().toArray())
        .extracting(Header::key)
        .containsExactly("trace", RedeliveryMark.LETTER, RedeliveryMark.ATTEMPT);
    assertThat(record.headers().lastHeader("trace").value()).containsExactly(7);
    assertThat(text(record, RedeliveryMark.LETTER)).isEqualTo("0:5");
    assertThat(text(record, RedeliveryMark.ATTEMPT)).isEqualTo("1");
  }

  @Test
  void shouldPutARecordWithoutKeyIntoThePartitionThatItCameFrom() {
    // When
    ProducerRecord<byte[], byte[]> record =
        sent(letter(5, headers(origin("EMPTY", TOPIC, 9)), null, VALUE)).record();

    // Then
    assertThat(record.partition()).isEqualTo(2);
    assertThat(record.key()).isNull();
  }

  @Test
  void shouldGiveARecordThatHadNoTimestampThePresent() {
    // Given
    Headers headers = headers(at(Instant.ofEpochMilli(-1)));

    // When
    ProducerRecord<byte[], byte[]> record = sent(letter(5, headers, KEY, VALUE)).record();

    // Then
    assertThat(record.timestamp()).isNull();
  }

  @Test
  void shouldCountOnWhereARecordFailedAgain() {
    // Given
    Headers again = new RedeliveryMark(LetterId.of(0, 3), 4).on(new RecordHeaders());
    origin("EMPTY", TOPIC, 9).writeTo(again);

    // When
    Redelivery redelivery = sent(letter(5, again, KEY, VALUE));

    // Then
    assertThat(redelivery.attempt()).isEqualTo(5);
    assertThat(text(redelivery.record(), RedeliveryMark.LETTER)).isEqualTo("0:5");
    assertThat(redelivery.record().headers().headers(RedeliveryMark.ATTEMPT)).hasSize(1);
  }

  @Test
  void shouldLeaveAloneWhatWasPutBackBefore() {
    // Given
    Letter letter = letter(5);
    LetterRedelivered last = redelivered(letter, 1);
    done.note(last);

    // When
    Decision decision = rules(false).decide(letter, done);

    // Then
    assertThat(decision).isEqualTo(new Decision.Settled(new AlreadyDone(letter.id(), last)));
  }

  @Test
  void shouldPutBackAgainWhatIsAskedForAgain() {
    // Given
    Letter letter = letter(5);
    done.note(redelivered(letter, 1));
    done.note(redelivered(letter, 2));

    // When
    Decision decision = rules(true).decide(letter, done);

    // Then
    assertThat(((Decision.Send) decision).redelivery().attempt()).isEqualTo(3);
    assertThat(done.times(letter)).isEqualTo(2);
  }

  @Test
  void shouldTellTwoLettersOfOneRecordFromAnotherRecordAtTheSamePlace() {
    // Given
    done.note(redelivered(letter(5), 1));
    Letter twin = letter(6, origin("MALFORMED", TOPIC, 5), "chain-5");
    DeadLetter later =
        new DeadLetter("EMPTY", TOPIC, new LogAddress(2, 5), TIME.plusSeconds(1), "");
    Letter another = letter(7, headers(later), KEY, VALUE);

    // When, Then
    assertThat(done.times(twin)).isEqualTo(1);
    assertThat(done.times(another)).isZero();
    assertThat(done.times(letter(8))).isZero();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            letter(0, new RecordHeaders(), KEY, VALUE),
            Refusal.UNKNOWN_ORIGIN,
            "no linchpin headers"),
        Arguments.of(
            letter(0, origin("EMPTY", "activations", 0), "k"),
            Refusal.FOREIGN_TOPIC,
            "got topic activations"),
        Arguments.of(
            letter(0, origin("EMPTY", "lab.dead-letters", 0), "k"),
            Refusal.FOREIGN_TOPIC,
            "got topic lab.dead-letters"),
        Arguments.of(
            letter(0, origin("EMPTY", "lab.redeliveries", 0), "k"),
            Refusal.FOREIGN_TOPIC,
            "got topic lab.redeliveries"),
        Arguments.of(
            letter(0, origin("EMPTY", "lab.scores", 0), "k"),
            Refusal.MISSING_TOPIC,
            "there is no topic lab.scores"),
        Arguments.of(
            letter(0, headers(origin("EMPTY", TOPIC, 0)), KEY, null),
            Refusal.NO_VALUE,
            "expected a value to put back, got none"),
        Arguments.of(
            letter(0, headers(origin("EMPTY", "lab.problems", 0)), null, VALUE),
            Refusal.MISSING_PARTITION,
            "expected one of the 2 partitions of lab.problems, got 2"),
        Arguments.of(
            letter(0, headers(at(Instant.ofEpochMilli(Long.MIN_VALUE))), KEY, VALUE),
            Refusal.NOT_ACCEPTED,
            "expected a timestamp from 1970 on"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void shouldRefuseWhatCannotBePutBack(Letter letter, Refusal reason, String message) {
    // When
    Decision decision = rules(true).decide(letter, done);

    // Then
    Refused refused = (Refused) ((Decision.Settled) decision).outcome();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(message);
  }

  private Redelivery sent(Letter letter) {
    return ((Decision.Send) rules(false).decide(letter, done)).redelivery();
  }

  private static RedeliveryRules rules(boolean again) {
    return new RedeliveryRules(TOPICS, Map.of(TOPIC, 3, "lab.problems", 2), again);
  }

  private static DeadLetter at(Instant timestamp) {
    return new DeadLetter("EMPTY", TOPIC, new LogAddress(2, 9), timestamp, "");
  }

  private static String text(ProducerRecord<?, ?> record, String header) {
    return new String(record.headers().lastHeader(header).value(), UTF_8);
  }
}
