package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.wire.avro.ProbeKind;
import dev.linchpin.wire.avro.ProbePublished;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EventMappingTest {

  static Stream<Arguments> events() {
    Topics topics = Topics.DEFAULT;
    return Stream.of(
        Arguments.of(topics.problems(), SampleEvents.problemPosed()),
        Arguments.of(topics.chains(), SampleEvents.chainStarted()),
        Arguments.of(topics.chains(), SampleEvents.chainFinished()),
        Arguments.of(topics.steps(), SampleEvents.stepCompleted()),
        Arguments.of(topics.activations(), SampleEvents.activationsCaptured()),
        Arguments.of(topics.activations(), SampleEvents.leanActivationsCaptured()),
        Arguments.of(topics.activations(), SampleEvents.layerMeanCaptured()),
        Arguments.of(topics.activations(), SampleEvents.stepProjected()),
        Arguments.of(topics.probes(), SampleEvents.mlpRelease()),
        Arguments.of(topics.probes(), SampleEvents.selectionRelease()),
        Arguments.of(topics.probes(), SampleEvents.linearRelease()),
        Arguments.of(topics.probes(), SampleEvents.layerMeanRelease()),
        Arguments.of(topics.ablations(), SampleEvents.chainAblated()),
        Arguments.of(topics.labels(), SampleEvents.stepLabelled()),
        Arguments.of(topics.evaluations(), SampleEvents.probeEvaluated()),
        Arguments.of(topics.nodes(), SampleEvents.nodeReported()),
        Arguments.of(topics.redeliveries(), SampleEvents.letterRedelivered()),
        Arguments.of(topics.audit(), SampleEvents.operatorActed()),
        Arguments.of(topics.incidents(), SampleEvents.incidentChanged()),
        Arguments.of(topics.incidents(), SampleEvents.plainIncidentChanged()),
        Arguments.of(topics.deliveries(), SampleEvents.webhookAttempted()),
        Arguments.of(topics.deliveries(), SampleEvents.webhookUnanswered()),
        Arguments.of(topics.scores(), SampleEvents.stepScored()),
        Arguments.of(topics.replays(), SampleEvents.replayRequested()),
        Arguments.of(topics.replays(), SampleEvents.replayRequested().paused(true)),
        Arguments.of(new ReplayTopics(topics, "r", 2).tally(), SampleEvents.replayCounted()),
        Arguments.of(topics.lowImportanceAlerts(), SampleEvents.stepFlagged()));
  }

  @ParameterizedTest
  @MethodSource("events")
  <V> void shouldGiveTheSameEventBack(Topic<V> topic, V event) {
    // Given
    AvroType<V> type = (AvroType<V>) topic.value();

    // When
    V back = type.fromAvro(type.toAvro(event));

    // Then
    assertThat(back).usingRecursiveComparison().isEqualTo(event);
  }

  @Test
  void shouldCutInstantsToMicroseconds() {
    // Given
    AvroType<ProblemPosed> type = (AvroType<ProblemPosed>) Topics.DEFAULT.problems().value();
    ProblemPosed event =
        new ProblemPosed("p", "q", java.util.Optional.empty(), SampleEvents.NOW.plusNanos(999));

    // When
    ProblemPosed back = type.fromAvro(type.toAvro(event));

    // Then
    assertThat(back.posedAt()).isEqualTo(SampleEvents.NOW);
  }

  @Test
  void shouldKeepATensorOfAnyLength() {
    // Given
    AvroType<ActivationsEvent> type =
        (AvroType<ActivationsEvent>) Topics.DEFAULT.activations().value();
    CaptureShape shape = new CaptureShape(5, 5, Pooling.LAST);
    ActivationsCaptured tooShort = SampleEvents.activationsCaptured(shape, new byte[3]);

    // When
    ActivationsCaptured back = (ActivationsCaptured) type.fromAvro(type.toAvro(tooShort));

    // Then
    assertThat(back.activations().data().remaining()).isEqualTo(3);
  }

  @Test
  void shouldRefuseAProbeWhoseWeightsHaveAnotherLength() {
    // Given
    AvroType<?> type = (AvroType<?>) Topics.DEFAULT.probes().value();
    ProbePublished probe = (ProbePublished) toAvro(SampleEvents.mlpRelease());
    SpecificRecord cut =
        ProbePublished.newBuilder(probe)
            .setKind(ProbeKind.MLP)
            .setWeights(ByteBuffer.allocate(8))
            .build();

    // When, Then
    assertThatThrownBy(() -> type.fromAvro(cut))
        .isInstanceOfSatisfying(
            UndecodableRecordException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
        .hasMessage("expected 68 bytes of weights, got 8");
  }

  @Test
  void shouldRefuseTheRecordOfAnotherTopic() {
    // Given
    AvroType<?> scores = (AvroType<?>) Topics.DEFAULT.scores().value();
    SpecificRecord probe = toAvro(SampleEvents.mlpRelease());

    // When, Then
    assertThatThrownBy(() -> scores.fromAvro(probe))
        .isInstanceOfSatisfying(
            UndecodableRecordException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.FOREIGN_TYPE))
        .hasMessage("expected one of [StepScored], got ProbePublished");
  }

  private static SpecificRecord toAvro(dev.linchpin.probe.ProbeRelease release) {
    return ((AvroType<dev.linchpin.probe.ProbeRelease>) Topics.DEFAULT.probes().value())
        .toAvro(release);
  }
}
