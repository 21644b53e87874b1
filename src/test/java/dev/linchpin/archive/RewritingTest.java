package dev.linchpin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.LogAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** The pure parts of an import. */
final class RewritingTest {
  private static final byte[] VALUE = {0, 0, 0, 1, 2, 7, 7};

  private final SchemaTranslation schemas =
      new SchemaTranslation(
          Map.of(ArchivedTopic.STEPS, Map.of(258, 5, 3, 3), ArchivedTopic.SCORES, Map.of(9, 8)));

  @Test
  void shouldChangeTheSchemaIdAlone() {
    // When
    byte[] translated = schemas.translate(ArchivedTopic.STEPS, VALUE);

    // Then
    assertThat(translated).containsExactly(0, 0, 0, 0, 5, 7, 7);
    assertThat(VALUE).containsExactly(0, 0, 0, 1, 2, 7, 7);
    assertThat(schemas.renumbered()).isEqualTo(2);
  }

  @Test
  void shouldLeaveAValueWhoseIdStaysOrIsNotKnown() {
    byte[] same = {0, 0, 0, 0, 3};
    byte[] unknown = {0, 0, 0, 0, 77};
    byte[] foreign = {1, 0, 0, 1, 2};
    byte[] cut = {0, 0, 0, 1};

    for (byte[] value : List.of(same, unknown, foreign, cut)) {
      assertThat(schemas.translate(ArchivedTopic.STEPS, value)).isSameAs(value);
    }
    assertThat(schemas.translate(ArchivedTopic.STEPS, null)).isNull();
    assertThat(schemas.translate(ArchivedTopic.SCORES, VALUE)).isSameAs(VALUE);
  }

  @Test
  void shouldFindWhereActivationsLieNow() {
    // Given
    AddressMap map = new AddressMap();
    IntStream.range(0, 100).forEach(i -> map.add(new LogAddress(i % 3, 2L * i)));

    // When
    IntStream.range(0, 100)
        .forEach(i -> map.settle(new LogAddress(i % 3, 2L * i), new LogAddress(7, 1000L + i)));

    // Then
    assertThat(map.find(new LogAddress(2, 196))).contains(new LogAddress(7, 1098));
    assertThat(map.find(new LogAddress(1, 196))).isEmpty();
    assertThat(map.find(new LogAddress(2, 195))).isEmpty();
    assertThat(map.find(new LogAddress(3, 0))).isEmpty();
    assertThat(map.contains(new LogAddress(0, 0))).isTrue();
  }

  @Test
  void shouldTakeEveryPresentRecordOnce() {
    // Given
    PresentRecords present = new PresentRecords();
    Fingerprint twice = Fingerprint.of(0, VALUE, VALUE, List.of());
    present.add(twice, new LogAddress(1, 5));
    present.add(twice, new LogAddress(1, 9));

    // When, Then
    assertThat(present.take(Fingerprint.of(0, VALUE, VALUE, List.of())))
        .contains(new LogAddress(1, 5));
    assertThat(present.take(twice)).contains(new LogAddress(1, 9));
    assertThat(present.take(twice)).isEmpty();
  }

  @Test
  void shouldTellRecordsApartByAllThatIsCarriedOver() {
    byte[] none = {};
    assertThat(
            List.of(
                Fingerprint.of(0, VALUE, VALUE, List.of()),
                Fingerprint.of(1, VALUE, VALUE, List.of()),
                Fingerprint.of(0, VALUE, none, List.of()),
                Fingerprint.of(0, VALUE, null, List.of()),
                Fingerprint.of(0, null, VALUE, List.of()),
                Fingerprint.of(0, none, VALUE, List.of()),
                Fingerprint.of(0, VALUE, VALUE, List.of(new RecordHeader("a", VALUE))),
                Fingerprint.of(0, VALUE, VALUE, List.of(new RecordHeader("a", (byte[]) null)))))
        .doesNotHaveDuplicates();
  }
}
