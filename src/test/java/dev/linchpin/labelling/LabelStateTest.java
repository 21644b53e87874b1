package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.reference;
import static dev.linchpin.labelling.LabelSamples.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.labelling.Evidence.Labelled;
import dev.linchpin.labelling.Evidence.Lost;
import dev.linchpin.labelling.Evidence.Scored;
import dev.linchpin.labelling.Evidence.Settled;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.BinaryForm;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class LabelStateTest {
  private static final GivenScore GIVEN = new GivenScore(0.25, OptionalDouble.of(1.5));
  private static final LabelledScore LABELLED =
      new LabelledScore("chain-ä", true, 1.0 / 3, Verdict.UNCERTAIN, 86_400_001);

  @Test
  void shouldReadWhatItWrote() {
    // Given
    AcceptedAblation ablation = AcceptedAblation.of(ablated("a", StepLabel.values()));
    // Longer than Java's own form of text allows.
    String longId = "ü".repeat(70_000);

    // Then
    assertRoundTrip(new ScoreForm(), scored("chain-ä", 3, SHADOW, 1.0 / 3));
    assertRoundTrip(new ScoreForm(), scored(longId, 0, MAIN, 0, OptionalDouble.empty()));
    assertRoundTrip(new AcceptedAblation.Form(), ablation);
    assertRoundTrip(new Tally.Form(), new Tally(MAIN, 8, 7, 6, 5, 4, 3, 2));
    assertRoundTrip(new Evidence.Form(), new Scored(MAIN, GIVEN));
    assertRoundTrip(new Evidence.Form(), new Labelled(SHADOW, LABELLED));
    assertRoundTrip(new Evidence.Form(), new Settled(MAIN));
    assertRoundTrip(new Evidence.Form(), new Lost(MAIN));
  }

  @Test
  void shouldReadTheReferenceThatItWrote() {
    // Given
    DriftReference reference = DriftReference.of(reference());

    // When
    DriftReference read = roundTrip(new DriftReference.Form(), reference);

    // Then
    assertThat(read).usingRecursiveComparison().isEqualTo(reference);
  }

  @Test
  void shouldRefuseStateOfAnotherVersion() {
    // Given
    Serde<Evidence> serde = new Evidence.Form().serde();
    byte[] bytes = serde.serializer().serialize("evidence", new Lost(MAIN));
    bytes[0] = 2;

    // Then
    assertThatThrownBy(() -> serde.deserializer().deserialize("evidence", bytes))
        .hasMessageContaining("expected state of version 1, got 2");
  }

  @Test
  void shouldOrderKeysByStepAndKeepChainsApart() {
    // Given
    Bytes second = StoreKey.score(new StepRef("a", 2), SHADOW);
    Bytes tenth = StoreKey.score(new StepRef("a", 10), MAIN);

    // Then
    assertThat(second).isLessThan(tenth);
    assertThat(startsWith(second, StoreKey.chain("a"))).isTrue();
    assertThat(startsWith(second, StoreKey.step(new StepRef("a", 2)))).isTrue();
    assertThat(startsWith(tenth, StoreKey.step(new StepRef("a", 1)))).isFalse();
    assertThat(startsWith(StoreKey.score(new StepRef("ab", 2), MAIN), StoreKey.chain("a")))
        .isFalse();
    assertThat(StoreKey.place(MAIN, 255)).isLessThan(StoreKey.place(MAIN, 256));
  }

  @Test
  void shouldCountEvidenceAndKeepTheLatest() {
    // Given
    Tally tally = Tally.none(MAIN);
    List<Evidence> evidence =
        List.of(
            new Scored(MAIN, GIVEN),
            new Scored(MAIN, GIVEN),
            new Labelled(MAIN, LABELLED),
            new Scored(MAIN, GIVEN),
            new Settled(MAIN),
            new Scored(MAIN, GIVEN),
            new Lost(MAIN));

    // When
    for (Evidence each : evidence) {
      tally = tally.plus(each).keeping(3);
    }

    // Then
    assertThat(tally).isEqualTo(new Tally(MAIN, 4, 1, 1, 1, 1, 0, 0));
    assertThat(tally.pending()).isEqualTo(1);
    assertThat(tally.hasNews()).isTrue();
    assertThat(tally.seen().hasNews()).isFalse();
    assertThat(tally.seen().plus(new Lost(MAIN)).hasNews()).isTrue();
  }

  private static boolean startsWith(Bytes key, Bytes prefix) {
    byte[] beginning = new byte[prefix.get().length];
    System.arraycopy(key.get(), 0, beginning, 0, beginning.length);
    return prefix.equals(Bytes.wrap(beginning));
  }

  private static <V> void assertRoundTrip(BinaryForm<V> form, V value) {
    assertThat(roundTrip(form, value)).isEqualTo(value);
  }

  private static <V> V roundTrip(BinaryForm<V> form, V value) {
    Serde<V> serde = form.serde();
    return serde.deserializer().deserialize("store", serde.serializer().serialize("store", value));
  }
}
