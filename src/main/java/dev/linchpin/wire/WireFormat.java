package dev.linchpin.wire;

import dev.linchpin.wire.confluent.ConfluentAvroSerde;
import dev.linchpin.wire.confluent.RegistryConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;

/**
 * Serdes for the topics of the catalogue, from settings with Confluent's names.
 *
 * <p>The Avro serde itself is chosen by {@link #AVRO_SERDE}, the name of a {@code Serde} of
 * generated records with a constructor without parameters, so that Confluent's own can take the
 * place of ours: {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}.
 */
public final class WireFormat {

  /** Class name of the Avro serde; {@link ConfluentAvroSerde} unless set. */
  public static final String AVRO_SERDE = "linchpin.avro.serde";

  /**
   * Where tensors lie that were too large for their records: a folder or a {@code file:} URI that
   * all nodes see.
   */
  public static final String CLAIM_STORE = "linchpin.claim.store";

  /** Tensors of more bytes than this are written to {@link #CLAIM_STORE}; none unless set. */
  public static final String CLAIM_ABOVE = "linchpin.claim.above";

  private final Map<String, Object> settings;

  /**
   * Settings; those that concern something else are passed over.
   *
   * @param settings {@code schema.registry.url} at least, where Avro is written or read
   */
  public WireFormat(Map<String, ?> settings) {
    this.settings = new HashMap<>();
    this.settings.put(
        RegistryConfig.SUBJECT_NAME_STRATEGY, RegistryConfig.DEFAULT_SUBJECT_NAME_STRATEGY);
    this.settings.putAll(settings);
    // What Confluent's deserializer needs to give generated records.
    this.settings.put("specific.avro.reader", true);
  }

  /** A configured serde for the topic's values; null is null on both sides. */
  public <V> Serde<V> serde(Topic<V> topic) {
    return serde(topic.value());
  }

  /** What reads raw bytes and says what is wrong with them. */
  public RecordDecoder decoder() {
    return new RecordDecoder(avroSerde().deserializer(), Claims.of(settings));
  }

  @SuppressWarnings("unchecked")
  private <V> Serde<V> serde(ValueType<V> type) {
    if (type instanceof RawBytes) {
      return (Serde<V>) Serdes.ByteArray();
    }
    return new EventSerde<>((AvroType<V>) type, avroSerde(), Claims.of(settings));
  }

  @SuppressWarnings("unchecked")
  private Serde<SpecificRecord> avroSerde() {
    Object name = settings.getOrDefault(AVRO_SERDE, ConfluentAvroSerde.class.getName());
    try {
      Serde<SpecificRecord> serde = Utils.newInstance(name.toString(), Serde.class);
      serde.configure(settings, false);
      return serde;
    } catch (ClassNotFoundException e) {
      throw new ConfigException(AVRO_SERDE, name, "no such class on the class path");
    }
  }
}
