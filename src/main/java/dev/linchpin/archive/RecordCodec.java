package dev.linchpin.archive;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.LogAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;

/** Archived records in Avro; the schema is {@code schemas/archive/ArchivedRecord.avsc}. */
final class RecordCodec {
  static final Schema SCHEMA = schema();

  private static final Schema TIMESTAMP_TYPE = SCHEMA.getField("timestampType").schema();
  private static final Schema HEADER = SCHEMA.getField("headers").schema().getElementType();
  private static final Schema CLAIMED = SCHEMA.getField("claimed").schema().getTypes().get(1);

  private RecordCodec() {}

  static GenericRecord write(ArchivedRecord record) {
    GenericRecord entry = new GenericData.Record(SCHEMA);
    entry.put("topic", record.topic().title());
    entry.put("partition", record.at().partition());
    entry.put("offset", record.at().offset());
    entry.put("timestamp", record.timestamp());
    entry.put(
        "timestampType", new GenericData.EnumSymbol(TIMESTAMP_TYPE, record.timestampType().name()));
    entry.put("key", buffer(record.key()));
    entry.put("headers", record.headers().stream().map(RecordCodec::write).toList());
    entry.put("value", buffer(record.value()));
    entry.put("claimed", record.claimed().map(RecordCodec::write).orElse(null));
    return entry;
  }

  static ArchivedRecord read(GenericRecord entry) {
    return new ArchivedRecord(
        ArchivedTopic.of(entry.get("topic").toString()),
        new LogAddress((Integer) entry.get("partition"), (Long) entry.get("offset")),
        (Long) entry.get("timestamp"),
        TimestampType.valueOf(entry.get("timestampType").toString()),
        bytes(entry.get("key")),
        bytes(entry.get("value")),
        headers((Collection<?>) entry.get("headers")),
        Optional.ofNullable((GenericRecord) entry.get("claimed")).map(RecordCodec::claimed));
  }

  private static GenericRecord write(Header header) {
    GenericRecord entry = new GenericData.Record(HEADER);
    entry.put("name", header.key());
    entry.put("value", buffer(header.value()));
    return entry;
  }

  private static GenericRecord write(ClaimedObject object) {
    GenericRecord entry = new GenericData.Record(CLAIMED);
    entry.put("chainId", object.step().chainId());
    entry.put("stepIndex", object.step().stepIndex());
    entry.put("content", object.content());
    return entry;
  }

  private static List<Header> headers(Collection<?> entries) {
    return entries.stream().map(entry -> header((GenericRecord) entry)).toList();
  }

  private static Header header(GenericRecord entry) {
    return new RecordHeader(entry.get("name").toString(), bytes(entry.get("value")));
  }

  private static ClaimedObject claimed(GenericRecord entry) {
    return new ClaimedObject(
        new StepRef(entry.get("chainId").toString(), (Integer) entry.get("stepIndex")),
        (ByteBuffer) entry.get("content"));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static byte[] bytes(Object field) {
    if (field == null) {
      return null;
    }
    ByteBuffer buffer = (ByteBuffer) field;
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }

  private static Schema schema() {
    try (InputStream file = RecordCodec.class.getResourceAsStream("ArchivedRecord.avsc")) {
      return new Schema.Parser().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
