package dev.linchpin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.registry.InMemoryRegistry;
import dev.linchpin.wire.avro.StepCompleted;
import dev.linchpin.wire.confluent.RegistryUnavailableException;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordDecoderTest {

  private static final Topic<ActivationsEvent> TOPIC = Topics.DEFAULT.activations();
  private static final int HEADER = 5;

  private EmbeddedRegistry registry;
  private RecordDecoder decoder;
  private byte[] good;

  @BeforeEach
  void start() {
    registry = InMemoryRegistry.start();
    decoder = format().decoder();
    good =
        format()
            .serde(TOPIC)
            .serializer()
            .serialize(TOPIC.name(), SampleEvents.activationsCaptured());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldDecodeAGoodRecord() {
    // When
    ActivationsEvent event = decoder.decode(TOPIC, good);

    // Then
    assertThat(event).usingRecursiveComparison().isEqualTo(SampleEvents.activationsCaptured());
  }

  @Test
  void shouldTellAnEmptyRecord() {
    // When
    Reason ofNull = reason(null);
    Reason ofNoBytes = reason(new byte[0]);

    // Then
    assertThat(ofNull).isEqualTo(Reason.EMPTY);
    assertThat(ofNoBytes).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":1}", "hello, world"})
  void shouldTellForeignBytes(String text) {
    // When
    Reason reason = reason(text.getBytes(UTF_8));

    // Then
    assertThat(reason).isEqualTo(Reason.NOT_CONFLUENT_FORMAT);
  }

  @Test
  void shouldTellAFrameCutInItsHeader() {
    // When
    Reason reason = reason(Arrays.copyOf(good, HEADER - 1));

    // Then
    assertThat(reason).isEqualTo(Reason.NOT_CONFLUENT_FORMAT);
  }

  @Test
  void shouldTellAnUnknownSchema() {
    // When
    Reason reason = reason(framed(4711, good));

    // Then
    assertThat(reason).isEqualTo(Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void shouldTellTheRecordOfAnotherTopic() {
    // Given
    Topic<?> steps = Topics.DEFAULT.steps();

    // When
    UndecodableRecordException fault =
        catchThrowableOfType(UndecodableRecordException.class, () -> decoder.decode(steps, good));

    // Then
    assertThat(fault.reason()).isEqualTo(Reason.FOREIGN_TYPE);
  }

  @Test
  void shouldTellTheRecordOfAnotherProgram() throws Exception {
    // Given
    Schema foreign =
        SchemaBuilder.record("Order").namespace("shop").fields().requiredLong("n").endRecord();

    // When
    Reason reason = reason(framed(TestSchemas.register(registry, "orders", foreign), good));

    // Then
    assertThat(reason).isEqualTo(Reason.FOREIGN_TYPE);
  }

  @Test
  void shouldTellASchemaOfOursThatCannotBeRead() throws Exception {
    // Given
    Schema other =
        SchemaBuilder.record("ActivationsCaptured")
            .namespace(StepCompleted.getClassSchema().getNamespace())
            .fields()
            .requiredLong("n")
            .endRecord();

    // When
    Reason reason = reason(framed(TestSchemas.register(registry, "other", other), good));

    // Then
    assertThat(reason).isEqualTo(Reason.FOREIGN_TYPE);
  }

  @Test
  void shouldTellARecordCutAnywhere() {
    for (int length = HEADER; length < good.length; length++) {
      // When
      Reason reason = reason(Arrays.copyOf(good, length));

      // Then
      assertThat(reason).as("cut to %d bytes", length).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void shouldTellBytesAfterTheRecord() {
    // When
    Reason reason = reason(Arrays.copyOf(good, good.length + 1));

    // Then
    assertThat(reason).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void shouldNotAllocateWhatForeignBytesClaim() {
    // Given a string of 2 GB
    byte[] bytes = framed(1, new byte[] {0, 0, 0, 0, 0, -2, -1, -1, -1, 15, 65});

    // When
    Reason reason = reason(bytes);

    // Then
    assertThat(reason).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void shouldSurviveAnyBytes() {
    // Given
    Random random = new Random(5);

    for (int i = 0; i < 2000; i++) {
      byte[] bytes = good.clone();
      byte[] noise = new byte[1 + random.nextInt(8)];
      random.nextBytes(noise);
      int at = HEADER + random.nextInt(bytes.length - HEADER - noise.length);
      System.arraycopy(noise, 0, bytes, at, noise.length);

      // When
      Throwable fault = catchThrowable(() -> decoder.decode(TOPIC, bytes));

      // Then
      assertThat(fault)
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              some -> assertThat(some).isInstanceOf(UndecodableRecordException.class));
    }
  }

  @Test
  void shouldTellValuesThatCannotBe() {
    // Given a chain id of one space
    byte[] bytes = good.clone();
    Arrays.fill(bytes, HEADER + 1, HEADER + 1 + bytes[HEADER] / 2, (byte) ' ');

    // When
    Reason reason = reason(bytes);

    // Then
    assertThat(reason).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void shouldNotBlameTheRecordWhenTheRegistryIsAway() {
    // Given
    registry.close();

    // When, Then
    assertThatThrownBy(() -> decoder.decode(TOPIC, good))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(registry.url());
  }

  @Test
  void shouldGoOnWithKnownSchemasWhenTheRegistryIsAway() {
    // Given
    decoder.decode(TOPIC, good);
    registry.close();

    // When
    ActivationsEvent event = decoder.decode(TOPIC, good);

    // Then
    assertThat(event.step()).isEqualTo(SampleEvents.STEP);
  }

  @Test
  void shouldUnderstandTheFaultsOfAnotherSerde() {
    // Given
    RecordDecoder away = failing(new ConnectException("refused"));
    RecordDecoder broken = failing(new ArrayIndexOutOfBoundsException());

    // When, Then
    assertThatThrownBy(() -> away.decode(TOPIC, good))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThatThrownBy(() -> broken.decode(TOPIC, good))
        .isInstanceOf(UndecodableRecordException.class);
  }

  private static RecordDecoder failing(Exception cause) {
    return new RecordDecoder(
        (topic, bytes) -> {
          throw new SerializationException("Error deserializing Avro message", cause);
        },
        Claims.of(Map.of()));
  }

  private Reason reason(byte[] bytes) {
    return catchThrowableOfType(
            UndecodableRecordException.class, () -> decoder.decode(TOPIC, bytes))
        .reason();
  }

  /** The bytes under another schema id. */
  private static byte[] framed(int schemaId, byte[] bytes) {
    byte[] framed = bytes.clone();
    ByteBuffer.wrap(framed).put((byte) 0).putInt(schemaId);
    return framed;
  }

  private WireFormat format() {
    return new WireFormat(
        Map.of("schema.registry.url", registry.url(), "max.retries", 1, "retries.wait.ms", 1));
  }
}
