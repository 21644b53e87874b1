package dev.linchpin.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.stream.UnusableRecordException.Reason;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;

/** Reads raw records of a topic whose key is a chain's id. For one thread at a time. */
public final class ChainReader<V> {
  private final PatientReader<V> reader;
  private final Function<V, String> chainId;

  /**
   * A reader.
   *
   * @param reader decodes the value
   * @param chainId the id of the chain that a value is about
   */
  public ChainReader(PatientReader<V> reader, Function<V, String> chainId) {
    this.reader = reader;
    this.chainId = chainId;
  }

  /**
   * The value.
   *
   * @param key as it came, null for none
   * @param value as it came, null for none
   * @throws UnusableRecordException when the value cannot be read or the key is another's
   */
  public V read(byte[] key, byte[] value) {
    return read(key, Utils.wrapNullable(value));
  }

  /** As {@link #read(byte[], byte[])}; a tensor may be a view of the bytes. */
  public V read(byte[] key, ByteBuffer value) {
    V event = decode(value);
    requireKey(key, chainId.apply(event));
    return event;
  }

  private V decode(ByteBuffer value) {
    try {
      return reader.read(value);
    } catch (UndecodableRecordException e) {
      throw new UnusableRecordException(e);
    }
  }

  private static void requireKey(byte[] key, String chainId) {
    String text = key == null ? "" : new String(key, UTF_8);
    if (text.isBlank()) {
      throw new UnusableRecordException(
          Reason.MISSING_KEY, "expected key " + chainId + ", got none");
    }
    if (!text.equals(chainId)) {
      throw new UnusableRecordException(
          Reason.KEY_MISMATCH, "expected key " + chainId + ", got " + text);
    }
  }
}
