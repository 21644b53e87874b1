package dev.linchpin.wire.confluent;

import dev.linchpin.wire.avro.ProblemPosed;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The Confluent format to generated Avro records: read with the schema of the id, resolved to the
 * schema of the generated class of the same name.
 */
public final class ConfluentAvroDeserializer implements Deserializer<SpecificRecord> {

  // Only this namespace: the name of a class to load must not come from outside.
  private static final String NAMESPACE = ProblemPosed.getClassSchema().getNamespace();

  private final SpecificData classes = classes();
  private final Map<Integer, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();
  private SchemaRegistryClient registry;

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    registry = new SchemaRegistryClient(new RegistryConfig(settings));
  }

  /**
   * The record; null for a null value.
   *
   * @throws UndecodableRecordException when the bytes are wrong
   * @throws RegistryUnavailableException when no registry answers
   */
  @Override
  public SpecificRecord deserialize(String topic, byte[] frame) {
    return frame == null ? null : decode(ByteBuffer.wrap(frame));
  }

  /**
   * As {@link #deserialize(String, byte[])}; {@code bytes} of the record are views of the frame.
   */
  @Override
  public SpecificRecord deserialize(String topic, Headers headers, ByteBuffer frame) {
    return frame == null ? null : decode(frame);
  }

  private SpecificRecord decode(ByteBuffer frame) {
    DatumReader<SpecificRecord> reader = reader(ConfluentFrame.schemaId(frame));
    BufferDecoder decoder = new BufferDecoder(frame, ConfluentFrame.HEADER);
    SpecificRecord record = read(reader, decoder);
    if (decoder.remaining() > 0) {
      throw malformed(
          "expected the record's end, got " + decoder.remaining() + " more bytes", null);
    }
    return record;
  }

  private static SpecificRecord read(DatumReader<SpecificRecord> reader, BufferDecoder decoder) {
    try {
      return reader.read(null, decoder);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw malformed(e.getMessage(), e);
    }
  }

  private DatumReader<SpecificRecord> reader(int schemaId) {
    DatumReader<SpecificRecord> known = readers.get(schemaId);
    if (known != null) {
      return known;
    }
    Schema written = registry.schema(schemaId);
    DatumReader<SpecificRecord> reader =
        new SpecificDatumReader<>(written, readable(written), classes);
    readers.put(schemaId, reader);
    return reader;
  }

  /** Our schema of the record that was written. */
  private Schema readable(Schema written) {
    Class<?> type = isOurs(written) ? classes.getClass(written) : null;
    if (type == null) {
      throw foreign("expected a record of " + NAMESPACE + ", got " + written.getFullName());
    }
    Schema ours = classes.getSchema(type);
    if (!canRead(ours, written)) {
      throw foreign("schema of " + written.getFullName() + " is not compatible with ours");
    }
    return ours;
  }

  private static boolean isOurs(Schema written) {
    return written.getType() == Schema.Type.RECORD && NAMESPACE.equals(written.getNamespace());
  }

  private static boolean canRead(Schema ours, Schema written) {
    return SchemaCompatibility.checkReaderWriterCompatibility(ours, written).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  /** Generated classes carry their conversions, but not for instants within unions. */
  private static SpecificData classes() {
    SpecificData data = new SpecificData(ConfluentAvroDeserializer.class.getClassLoader());
    data.addLogicalTypeConversion(new TimestampMicrosConversion());
    return data;
  }

  private static UndecodableRecordException foreign(String message) {
    return new UndecodableRecordException(Reason.FOREIGN_TYPE, message);
  }

  private static UndecodableRecordException malformed(String message, Throwable cause) {
    return new UndecodableRecordException(Reason.MALFORMED, message, cause);
  }
}
