package dev.linchpin.wire;

import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.nio.ByteBuffer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads the values of one topic: waits for a registry that is away, and says of everything that a
 * record's bytes can make go wrong that the record is undecodable. For one thread at a time.
 */
public final class PatientReader<V> {
  private final Topic<V> topic;
  private final RecordDecoder decoder;
  private final Patience patience;

  /** Reads the values of {@code topic}. */
  public PatientReader(Topic<V> topic, RecordDecoder decoder, Patience patience) {
    this.topic = topic;
    this.decoder = decoder;
    this.patience = patience;
  }

  /**
   * The value.
   *
   * @throws UndecodableRecordException when the bytes are wrong
   * @throws KafkaException when the registry refuses to answer, which is no fault of the record
   */
  public V read(byte[] value) {
    return read(Utils.wrapNullable(value));
  }

  /** As {@link #read(byte[])}; a tensor may be a view of the bytes. */
  public V read(ByteBuffer value) {
    return patience.insist(() -> decode(value));
  }

  private V decode(ByteBuffer value) {
    try {
      return decoder.decode(topic, value);
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UndecodableRecordException(Reason.MALFORMED, e.toString(), e);
    }
  }
}
