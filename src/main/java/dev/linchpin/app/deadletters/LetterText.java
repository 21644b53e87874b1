package dev.linchpin.app.deadletters;

import dev.linchpin.deadletters.Utf8;
import dev.linchpin.wire.LogAddress;
import java.util.HexFormat;
import java.util.Optional;

/** Parts of letters as they are printed. */
final class LetterText {
  static final String NOTHING = "-";

  private static final int SHORT = 32;

  private LetterText() {}

  /** Without line breaks and other control characters. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** Text where it is UTF-8 without control characters, else the first bytes in hexadecimal. */
  static String of(byte[] bytes) {
    return printable(bytes).orElseGet(() -> bytes == null ? NOTHING : hex(bytes));
  }

  /** The text, if it is UTF-8 without control characters. */
  static Optional<String> printable(byte[] bytes) {
    return Utf8.text(bytes).filter(text -> text.equals(oneLine(text)));
  }

  static String at(String topic, LogAddress address) {
    return "%s %d:%d".formatted(topic, address.partition(), address.offset());
  }

  private static String hex(byte[] bytes) {
    String first = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHORT));
    return "0x" + first + (bytes.length > SHORT ? "..." : "");
  }
}
