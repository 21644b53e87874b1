package dev.linchpin.deadletters;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes for people to read: 16 a line, as hexadecimal numbers and as characters. */
public final class HexDump {
  private static final int WIDTH = 16;
  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  /** Lines about the first {@code limit} bytes. */
  public static List<String> lines(byte[] bytes, int limit) {
    int length = Math.min(bytes.length, limit);
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < length; from += WIDTH) {
      int to = Math.min(from + WIDTH, length);
      lines.add(
          "%08x  %-47s  |%s|"
              .formatted(from, SPACED.formatHex(bytes, from, to), characters(bytes, from, to)));
    }
    return lines;
  }

  private static String characters(byte[] bytes, int from, int to) {
    StringBuilder characters = new StringBuilder(WIDTH);
    for (int i = from; i < to; i++) {
      characters.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
    }
    return characters.toString();
  }
}
