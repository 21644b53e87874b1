package dev.linchpin.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.alerting.Observation.Acted;
import dev.linchpin.alerting.Observation.Buried;
import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Measured;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.BinaryForm;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.SampleEvents;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AlertStateTest {
  private static final ScoredStep STEP =
      new ScoredStep(SampleEvents.STEP, 0.125, Verdict.UNCERTAIN);

  static Stream<Observation> observations() {
    return Stream.of(
        new Judged("tiny", STEP),
        new Timed("tiny", STEP, true),
        new Ended("chain-ä", 7),
        new Measured(
            "tiny/main/1",
            10,
            20,
            OptionalDouble.of(0.5),
            OptionalDouble.empty(),
            OptionalDouble.of(0.1),
            OptionalDouble.empty()),
        new Buried(),
        new Acted(SampleEvents.operatorActed()));
  }

  @ParameterizedTest
  @MethodSource("observations")
  void shouldReadTheObservationThatItWrote(Observation observation) {
    // When, Then
    assertRoundTrip(new ObservationForm(), observation);
  }

  @Test
  void shouldReadTheStateThatItWrote() {
    // Given
    ShareWindow window = new ShareWindow(9, SampleEvents.NOW);
    for (int step = 0; step < 13; step++) {
      window = window.plus(step % 3 == 0, SampleEvents.NOW);
    }

    // When, Then
    assertRoundTrip(new ShareWindow.Form(), window);
    assertRoundTrip(new ChainTrack.Form(), new ChainTrack(3, 2, SampleEvents.NOW, -1));
    assertRoundTrip(
        new KeptForm(),
        new Kept(SampleEvents.incidentChanged().incident(), 4, true, false, SampleEvents.NOW));
    assertRoundTrip(
        new KeptForm(),
        new Kept(SampleEvents.plainIncidentChanged().incident(), 1, false, true, SampleEvents.NOW));
  }

  private static <V> void assertRoundTrip(BinaryForm<V> form, V value) {
    Serde<V> serde = form.serde();
    byte[] bytes = serde.serializer().serialize("t", value);
    assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(value);
  }
}
