package dev.linchpin.wire;

import dev.linchpin.wire.confluent.RegistryUnavailableException;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads values for those who take raw bytes from Kafka, so that a bad record is theirs to handle.
 * For one thread at a time.
 */
public final class RecordDecoder {

  private static final Headers NO_HEADERS = new RecordHeaders();

  private final Deserializer<SpecificRecord> avro;
  private final Claims claims;

  RecordDecoder(Deserializer<SpecificRecord> avro, Claims claims) {
    this.avro = avro;
    this.claims = claims;
  }

  /**
   * The value, with the tensor that its record may only claim. Whether that has the length that its
   * shape says is not looked at here.
   *
   * @param value as Kafka gave it; null counts as empty
   * @throws UndecodableRecordException when the bytes are wrong, and why
   * @throws org.apache.kafka.common.errors.RetriableException when no registry or no claim store
   *     answers: the record may be good
   */
  public <V> V decode(Topic<V> topic, byte[] value) {
    return decode(topic, Utils.wrapNullable(value));
  }

  /**
   * As {@link #decode(Topic, byte[])}; a tensor may be a view of the bytes.
   *
   * @param value left as it is; null counts as empty
   */
  public <V> V decode(Topic<V> topic, ByteBuffer value) {
    if (value == null || !value.hasRemaining()) {
      throw new UndecodableRecordException(Reason.EMPTY, "expected a record, got no bytes");
    }
    if (!(topic.value() instanceof AvroType<V> type)) {
      throw new IllegalArgumentException("expected a topic of Avro records, got " + topic.name());
    }
    return type.fromAvro(claims.incoming(read(topic.name(), value)));
  }

  private SpecificRecord read(String topic, ByteBuffer value) {
    try {
      return avro.deserialize(topic, NO_HEADERS, value.duplicate());
    } catch (UndecodableRecordException e) {
      throw e;
    } catch (SerializationException e) {
      throw translated(e);
    }
  }

  /** What another serde's failure means: it hides a registry that is away in its causes. */
  private static RuntimeException translated(SerializationException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && !(cause instanceof EOFException)) {
        return new RegistryUnavailableException(failure.getMessage(), failure);
      }
    }
    return new UndecodableRecordException(Reason.MALFORMED, failure.getMessage(), failure);
  }
}
