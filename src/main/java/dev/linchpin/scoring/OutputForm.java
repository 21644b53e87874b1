package dev.linchpin.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.scoring.Output.Event;
import dev.linchpin.scoring.Output.Omission;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of one record as bytes: what the consumer hands to the topology in the place of the
 * tensor. Never leaves the process.
 */
final class OutputForm {
  private static final byte EVENT = 0;
  private static final byte REFUSAL = 1;
  private static final byte OMISSION = 2;
  private static final int NOTHING = -1;

  private OutputForm() {}

  static byte[] write(List<Output> outputs) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(form)) {
      for (Output output : outputs) {
        write(output, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return form.toByteArray();
  }

  static List<Output> read(byte[] form) {
    List<Output> outputs = new ArrayList<>(2);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(form))) {
      while (in.available() > 0) {
        outputs.add(read(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outputs;
  }

  private static void write(Output output, DataOutputStream out) throws IOException {
    if (output instanceof Event event) {
      out.writeByte(EVENT);
      out.writeUTF(event.sink().name());
      write(event.value(), out);
      return;
    }
    if (output instanceof Omission omission) {
      out.writeByte(OMISSION);
      out.writeUTF(omission.reason());
      return;
    }
    Refusal refusal = (Refusal) output;
    out.writeByte(REFUSAL);
    out.writeUTF(refusal.reason().name());
    write(refusal.message().getBytes(UTF_8), out);
    write(refusal.original(), out);
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes == null ? NOTHING : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static Output read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind == EVENT) {
      return new Event(Sink.valueOf(in.readUTF()), bytes(in));
    }
    if (kind == OMISSION) {
      return new Omission(in.readUTF());
    }
    RejectionReason reason = RejectionReason.valueOf(in.readUTF());
    return new Refusal(reason, new String(bytes(in), UTF_8), bytes(in));
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NOTHING ? null : in.readNBytes(length);
  }
}
