package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.stream.FakeRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that were written when schemas had fewer fields. */
final class OldRecordsTest {
  private FakeRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = new FakeRegistry();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void shouldReadActivationsOfTheFirstVersion() throws IOException {
    // Given
    Schema v1 = schema("ActivationsCaptured/v1.avsc");
    GenericData.Record old = new GenericData.Record(v1);
    old.put("chainId", "c");
    old.put("stepIndex", 2);
    old.put("model", "tiny");
    old.put("modelFingerprint", "f00d");
    old.put("completedAt", 7L);
    old.put("layers", 2);
    old.put("hidden", 1);
    old.put("pooling", symbol(v1, "pooling", "LAST"));
    old.put("normApplied", false);
    old.put("dtype", symbol(v1, "dtype", "F16"));
    old.put("data", ByteBuffer.wrap(new byte[] {0, 0x3c, 0, 0x40}));

    // When
    ActivationsEvent event = decoder().decode(Topics.DEFAULT.activations(), bytes(v1, old));

    // Then
    StepActivations read = ((ActivationsCaptured) event).activations();
    assertThat(read.shape()).isEqualTo(new CaptureShape(2, 1, Pooling.LAST));
    assertThat(read.format()).isEqualTo(NumberFormat.F16);
    assertThat(read.decode()).containsExactly(1, 2);
  }

  @Test
  void shouldReadAProbeOfTheFirstVersion() throws IOException {
    // Given
    Schema v1 = schema("ProbePublished/v1.avsc");
    GenericData.Record old = new GenericData.Record(v1);
    old.put("model", "tiny");
    old.put("name", "main");
    old.put("version", 1);
    old.put("modelFingerprint", "f00d");
    old.put("layers", 2);
    old.put("hidden", 1);
    old.put("pooling", symbol(v1, "pooling", "MEAN"));
    old.put("kind", symbol(v1, "kind", "LINEAR"));
    old.put("units", 0);
    old.put("calibrationSlope", 1.0);
    old.put("calibrationIntercept", 0.0);
    old.put("removableAtMost", 0.2);
    old.put("importantAtLeast", 0.8);
    old.put("metrics", Map.of());
    old.put("status", symbol(v1, "status", "CHAMPION"));
    old.put("trainedAt", 7L);
    old.put("weights", ByteBuffer.allocate(12));

    // When
    ProbeRelease read = decoder().decode(Topics.DEFAULT.probes(), bytes(v1, old));

    // Then
    assertThat(read.shape()).isEqualTo(new CaptureShape(2, 1, Pooling.MEAN));
    assertThat(read.probe().inputs()).isEqualTo(2);
  }

  @Test
  void shouldReadAnEvaluationOfTheFirstVersion() throws IOException {
    // Given
    Schema v1 = schema("ProbeEvaluated/v1.avsc");
    GenericData.Record old = new GenericData.Record(v1);
    old.put("probeModel", "tiny");
    old.put("probeName", "main");
    old.put("probeVersion", 1);
    old.put("labels", 20L);
    old.put("windowLabels", 20);
    old.put("windowChains", 4);
    old.put("auroc", 0.9);
    old.put("pendingSteps", 0L);
    old.put("lostSteps", 0L);
    old.put("delayMs", List.of());
    old.put("windowScores", 0);
    old.put("alarms", List.of());
    old.put("evaluatedAt", 7L);

    // When
    ProbeEvaluated read = decoder().decode(Topics.DEFAULT.evaluations(), bytes(v1, old));

    // Then
    assertThat(read.figures().auroc()).hasValue(0.9);
    assertThat(read.bands()).isEqualTo(ProbeEvaluated.Bands.NONE);
  }

  private RecordDecoder decoder() {
    return new WireFormat(registry.settings()).decoder();
  }

  private byte[] bytes(Schema schema, GenericData.Record old) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(5).putInt(1, registry.add(schema.toString())).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericData.Record>(schema).write(old, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static GenericData.EnumSymbol symbol(Schema schema, String field, String name) {
    return new GenericData.EnumSymbol(schema.getField(field).schema(), name);
  }

  private static Schema schema(String version) throws IOException {
    return new Schema.Parser().parse(Files.readString(Path.of("schemas/history", version)));
  }
}
