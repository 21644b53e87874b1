package dev.linchpin.app.reasoner;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.inference.RecordProfile;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.StepProjected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;

/** A step's activations to the bytes of a record and back, by the code of node and monitor. */
final class RecordCodec {
  private static final String TOPIC = "activations";
  private static final StepRef STEP = new StepRef(new UUID(1, 2).toString(), 7);

  private final RecordForm form;
  private final CaptureShape all;
  private final CaptureShape shape;
  private final ProbeRelease probe;
  private final PackedRelease packed;
  private final RecordProfile profile;
  private final Serde<ActivationsEvent> serde;
  private final BatchReader reader = new BatchReader();

  /**
   * A codec.
   *
   * @param all shape of what the model gives
   * @param probe reads what this form carries
   */
  RecordCodec(
      RecordForm form, CaptureShape all, ProbeRelease probe, Serde<ActivationsEvent> serde) {
    this.form = form;
    this.all = all;
    this.shape = form.layers().shape(all.layers(), all.hidden(), all.pooling());
    this.probe = probe;
    this.packed = PackedRelease.of(probe);
    this.profile = form.profile(packed);
    this.serde = serde;
  }

  /** The record's value, schema id included; {@code values} are {@code [layers * hidden]}. */
  byte[] encode(float[] values) {
    ActivationsCaptured step =
        new ActivationsCaptured(
            STEP,
            probe.id().model(),
            probe.modelFingerprint(),
            Instant.EPOCH,
            StepActivations.encode(shape, form.format(), form.layers().of(values, all.hidden())));
    return serde.serializer().serialize(TOPIC, profile.outgoing(step));
  }

  /** The numbers of a record. */
  float[] decode(byte[] value) {
    ActivationsEvent event = serde.deserializer().deserialize(TOPIC, value);
    return event instanceof ActivationsCaptured step
        ? step.activations().decode()
        : ((StepProjected) event).values();
  }

  /** The probe's score of a step that went through a record, as the monitor takes it. */
  double score(float[] values) {
    ActivationsEvent event = serde.deserializer().deserialize(TOPIC, encode(values));
    return packed.score(
        event instanceof ActivationsCaptured step
            ? firstLayer(step.activations().plain())
            : ((StepProjected) event).values());
  }

  private float[] firstLayer(StepActivations activations) {
    return packed.read(List.of(activations), reader).get(0).firstLayer();
  }
}
