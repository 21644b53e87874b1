package dev.linchpin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.registry.InMemoryRegistry;
import dev.linchpin.wire.avro.ProblemPosed;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WireFormatTest {

  private EmbeddedRegistry registry;

  @BeforeEach
  void start() {
    registry = InMemoryRegistry.start();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @MethodSource("dev.linchpin.wire.EventMappingTest#events")
  <V> void shouldCarryEveryEvent(Topic<V> topic, V event) {
    // Given
    byte[] bytes = format().serde(topic).serializer().serialize(topic.name(), event);

    // When
    V back = format().serde(topic).deserializer().deserialize(topic.name(), bytes);

    // Then
    assertThat(back).usingRecursiveComparison().isEqualTo(event);
  }

  @Test
  void shouldWriteTheConfluentFormatWithoutSlack() {
    // Given
    Topic<ActivationsEvent> topic = Topics.DEFAULT.activations();
    byte[] tensor = new byte[400 << 10];
    ActivationsCaptured event =
        SampleEvents.activationsCaptured(new CaptureShape(10, 20480, Pooling.MEAN), tensor);

    // When
    byte[] bytes = format().serde(topic).serializer().serialize(topic.name(), event);

    // Then
    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    assertThat(bytes.length - tensor.length).isBetween(5, 60);
  }

  @Test
  void shouldLetNullBeNull() {
    // Given
    Topic<?> probes = Topics.DEFAULT.probes();
    Serde<?> serde = format().serde(probes);

    // When
    byte[] tombstone = serde.serializer().serialize(probes.name(), null);
    Object value = serde.deserializer().deserialize(probes.name(), null);

    // Then
    assertThat(tombstone).isNull();
    assertThat(value).isNull();
  }

  @Test
  void shouldLeaveRawBytesAlone() {
    // Given
    Topic<byte[]> topic = Topics.DEFAULT.deadLetters();
    byte[] bytes = {9, 8, 7};

    // When
    byte[] written = new WireFormat(Map.of()).serde(topic).serializer().serialize("t", bytes);

    // Then
    assertThat(written).isEqualTo(bytes);
  }

  @Test
  void shouldTakeAnotherAvroSerdeByItsClassName() {
    // Given
    Topic<dev.linchpin.wire.ProblemPosed> topic = Topics.DEFAULT.problems();
    WireFormat format =
        new WireFormat(Map.of(WireFormat.AVRO_SERDE, JavaSerde.class.getName(), "other", 5));

    // When
    byte[] bytes = format.serde(topic).serializer().serialize("t", SampleEvents.problemPosed());

    // Then
    assertThat(new String(bytes, UTF_8)).isEqualTo("true TopicRecordNameStrategy what is a ?");
  }

  @Test
  void shouldSayWhichSerdeClassIsMissing() {
    // Given
    WireFormat format = new WireFormat(Map.of(WireFormat.AVRO_SERDE, "no.such.Serde"));

    // When, Then
    assertThatThrownBy(() -> format.serde(Topics.DEFAULT.problems()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no.such.Serde")
        .hasMessageContaining(WireFormat.AVRO_SERDE);
  }

  @Test
  void shouldSayThatTheRegistrysAddressIsMissing() {
    // Given
    WireFormat format = new WireFormat(Map.of());

    // When, Then
    assertThatThrownBy(() -> format.serde(Topics.DEFAULT.problems()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
  }

  private WireFormat format() {
    return new WireFormat(Map.of("schema.registry.url", registry.url()));
  }

  /** Stands for Confluent's: takes generated records, wants some settings. */
  public static final class JavaSerde implements Serde<SpecificRecord> {
    private final Map<String, Object> settings = new HashMap<>();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
      settings.putAll(configs);
    }

    @Override
    public Serializer<SpecificRecord> serializer() {
      String strategy = settings.get("value.subject.name.strategy").toString();
      String text =
          settings.get("specific.avro.reader")
              + " "
              + strategy.replace("io.confluent.kafka.serializers.subject.", "");
      return (topic, record) ->
          Serdes.String()
              .serializer()
              .serialize(topic, text + " " + ((ProblemPosed) record).getQuestion());
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
      return (topic, bytes) -> {
        throw new UnsupportedOperationException();
      };
    }
  }
}
