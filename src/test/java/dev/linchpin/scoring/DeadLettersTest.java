package dev.linchpin.scoring;

import static dev.linchpin.probe.ProbeStatus.CHALLENGER;
import static dev.linchpin.probe.ProbeStatus.CHAMPION;
import static dev.linchpin.scoring.Samples.COMPLETED;
import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.WEIGHTS;
import static dev.linchpin.scoring.Samples.captured;
import static dev.linchpin.scoring.Samples.champion;
import static dev.linchpin.scoring.Samples.probe;
import static dev.linchpin.scoring.Samples.release;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which a record can be unusable, one by one. A good step before and after each. */
final class DeadLettersTest {
  private static final byte[] KEY = "chain-1".getBytes(UTF_8);

  private ScoringWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new ScoringWorld();
    world.publish(champion("main", 1));
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldRejectARecordWithoutValue() {
    assertRejected(KEY, null, "EMPTY", "expected a record, got no bytes");
  }

  @Test
  void shouldRejectAnEmptyValue() {
    assertRejected(KEY, new byte[0], "EMPTY", "expected a record, got no bytes");
  }

  @Test
  void shouldRejectForeignBytes() {
    assertRejected(KEY, "{\"step\": 1}".getBytes(UTF_8), "NOT_CONFLUENT_FORMAT", "begin with 123");
  }

  @Test
  void shouldRejectAnUnknownSchemaId() {
    byte[] value = ByteBuffer.wrap(good()).putInt(1, 4711).array();
    assertRejected(KEY, value, "UNKNOWN_SCHEMA", "unknown schema id 4711");
  }

  @Test
  void shouldRejectAnotherRecordOfOurs() {
    byte[] value = world.bytes(champion("main", 1));
    assertRejected(
        KEY, value, "FOREIGN_TYPE", "expected one of [ActivationsCaptured, StepProjected]");
  }

  @Test
  void shouldRejectARecordOfSomebodyElse() {
    int id = world.registry.add("{\"type\":\"record\",\"name\":\"o.Other\",\"fields\":[]}");
    byte[] value = ByteBuffer.wrap(good()).putInt(1, id).array();
    assertRejected(KEY, value, "FOREIGN_TYPE", "o.Other");
  }

  @Test
  void shouldRejectASchemaThatIsNoAvro() {
    int id = world.registry.add("syntax = \"proto3\"; message Other {}");
    byte[] value = ByteBuffer.wrap(good()).putInt(1, id).array();
    assertRejected(KEY, value, "MALFORMED", "");
  }

  @Test
  void shouldRejectARecordThatWasCutOff() {
    byte[] value = Arrays.copyOf(good(), good().length - 3);
    assertRejected(KEY, value, "MALFORMED", "");
  }

  @Test
  void shouldRejectARecordWithBytesBehindIt() {
    byte[] value = Arrays.copyOf(good(), good().length + 3);
    assertRejected(KEY, value, "MALFORMED", "3 more bytes");
  }

  @Test
  void shouldRejectARecordWithoutKey() {
    assertRejected(null, good(), "MISSING_KEY", "expected key chain-1, got none");
  }

  @Test
  void shouldRejectABlankKey() {
    assertRejected(" ".getBytes(UTF_8), good(), "MISSING_KEY", "expected key chain-1, got none");
  }

  @Test
  void shouldRejectTheKeyOfAnotherChain() {
    byte[] key = "chain-2".getBytes(UTF_8);
    assertRejected(key, good(), "KEY_MISMATCH", "expected key chain-1, got chain-2");
  }

  @Test
  void shouldRejectATruncatedTensor() {
    assertRejected(
        new StepActivations(SHAPE, NumberFormat.BF16, new byte[7]),
        "TENSOR_LENGTH",
        "expected 4 values of BF16 for [2, 2], got 7 bytes");
  }

  @Test
  void shouldRejectATensorThatIsTooLong() {
    assertRejected(
        new StepActivations(SHAPE, NumberFormat.F32, new byte[20]),
        "TENSOR_LENGTH",
        "expected 4 values of F32 for [2, 2], got 20 bytes");
  }

  @Test
  void shouldRejectAShapeWhoseSizeIsNoInt() {
    CaptureShape huge = new CaptureShape(1 << 20, 1 << 20, Pooling.MEAN);
    assertRejected(
        new StepActivations(huge, NumberFormat.BF16, new byte[8]),
        "TENSOR_LENGTH",
        "expected 1099511627776 values of BF16 for [1048576, 1048576], got 8 bytes");
  }

  @Test
  void shouldRejectNotANumber() {
    assertRejected(
        StepActivations.encode(SHAPE, NumberFormat.F16, new float[] {1, 1, Float.NaN, 1}),
        "NON_FINITE_ACTIVATIONS",
        "expected finite values, got NaN at layer 1, unit 0");
  }

  @Test
  void shouldRejectAnInfinity() {
    assertRejected(
        StepActivations.encode(
            SHAPE, NumberFormat.F32, new float[] {1, Float.NEGATIVE_INFINITY, 1, 1}),
        "NON_FINITE_ACTIVATIONS",
        "expected finite values, got -Infinity at layer 0, unit 1");
  }

  @Test
  void shouldRejectValuesSoLargeThatTheScoreIsNoNumber() {
    // Given
    LinearProbe difference = new LinearProbe(new float[] {2, 2, -2, -2}, 0);
    world.publish(release("main", 1, CHAMPION, WEIGHTS, SHAPE, difference));
    float huge = Float.MAX_VALUE;

    // Then
    assertRejected(
        StepActivations.encode(SHAPE, NumberFormat.F32, new float[] {huge, huge, huge, huge}),
        "NON_FINITE_SCORE",
        "expected a score in [0, 1], got NaN");
  }

  @Test
  void shouldRejectAShapeThatNoProbeReads() {
    CaptureShape threeLayers = new CaptureShape(3, 2, Pooling.MEAN);
    assertRejected(
        StepActivations.encode(threeLayers, NumberFormat.BF16, new float[6]),
        "PROBE_FOR_OTHER_SHAPE",
        "layers=2");
  }

  @Test
  void shouldRejectAPoolingThatNoProbeReads() {
    CaptureShape last = new CaptureShape(2, 2, Pooling.LAST);
    assertRejected(
        StepActivations.encode(last, NumberFormat.BF16, IMPORTANT),
        "PROBE_FOR_OTHER_SHAPE",
        "pooling=LAST");
  }

  @Test
  void shouldRejectActivationsOfOtherWeights() {
    // Given
    world.publish(probe("main", 1, CHAMPION, "beef", SHAPE));

    // Then
    assertDeadLetter(KEY, good(), 0, "PROBE_FOR_OTHER_WEIGHTS", "expected weights beef");
  }

  @Test
  void shouldScoreWithTheProbesThatReadTheStepAndPassOverTheOthers() {
    // Given
    world.publish(
        probe("other-weights", 8, CHAMPION, "beef", SHAPE),
        probe("other-shape", 9, CHALLENGER, WEIGHTS, new CaptureShape(3, 2, Pooling.MEAN)));

    // When
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertThat(world.scores())
        .extracting(score -> score.probe().name() + " " + score.status())
        .containsExactly("main CHAMPION");
    assertThat(world.deadLetters()).isEmpty();
  }

  private byte[] good() {
    return world.bytes(step("chain-1", 1, IMPORTANT));
  }

  private void assertRejected(StepActivations activations, String reason, String message) {
    assertRejected(KEY, world.bytes(captured("chain-1", 1, activations)), reason, message);
  }

  private void assertRejected(byte[] key, byte[] value, String reason, String message) {
    world.capture(step("chain-1", 0, 0, 0, 0, 0));
    assertDeadLetter(key, value, 1, reason, message);
    world.capture(step("chain-1", 2, 0, 0, 0, 0));
    assertThat(world.scores()).extracting(score -> score.step().stepIndex()).containsExactly(0, 2);
  }

  private void assertDeadLetter(
      byte[] key, byte[] value, long offset, String reason, String message) {
    // When
    world.capture(key, value);

    // Then
    List<TestRecord<byte[], byte[]>> letters = world.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isEqualTo(key);
    assertThat(letters.get(0).value()).isEqualTo(value);
    DeadLetter letter = DeadLetter.of(letters.get(0).headers());
    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.topic()).isEqualTo("test.activations");
    assertThat(letter.address()).isEqualTo(new LogAddress(0, offset));
    assertThat(letter.timestamp()).isEqualTo(COMPLETED);
    assertThat(letter.message()).contains(message);
    assertThat(world.count("linchpin.dead.letters", "reason", reason)).isEqualTo(1);
  }
}
