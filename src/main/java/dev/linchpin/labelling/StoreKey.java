package dev.linchpin.labelling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys whose beginnings are keys of groups. Texts carry their length, so that no text is the
 * beginning of another.
 */
final class StoreKey {
  private StoreKey() {}

  /** Stands before the keys of all scores of a chain. */
  static Bytes chain(String chainId) {
    return Bytes.wrap(text(chainId));
  }

  /** Stands before the keys of all scores of a step; ascending by step within the chain. */
  static Bytes step(StepRef step) {
    return joined(text(step.chainId()), number(step.stepIndex()));
  }

  /** One probe version's score of one step. */
  static Bytes score(StepRef step, ProbeId probe) {
    return joined(
        step(step).get(), text(probe.name()), number(probe.version()), text(probe.model()));
  }

  /** One place in a probe version's window; ascending by place. */
  static Bytes place(ProbeId probe, long place) {
    return joined(text(probe.key()), ByteBuffer.allocate(Long.BYTES).putLong(place).array());
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  private static Bytes joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer key = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      key.put(part);
    }
    return Bytes.wrap(key.array());
  }
}
