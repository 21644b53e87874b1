package dev.linchpin.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much room words take in a picture, without a font at hand: rather too much than too little.
 */
final class Lettering {
  /** Height of a line over the size of its letters. */
  static final double LINE = 1.25;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PARTS = Pattern.compile("(?<=[-/_ ])");

  private Lettering() {}

  /** Width in pixels of words in letters of a size. */
  static double width(String words, double size) {
    return words.codePoints().mapToDouble(Lettering::width).sum() * size;
  }

  /** Broken into lines no wider than that, where there is a place to break. */
  static List<String> wrapped(String words, double size, double most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : PARTS.split(onOneLine(words), -1)) {
      if (!line.isEmpty() && width((line + part).strip(), size) > most) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** Cut to a width, with a mark where it was. */
  static String shortened(String words, double size, double most) {
    String line = onOneLine(words);
    if (width(line, size) <= most) {
      return line;
    }
    int end = line.length();
    while (end > 0 && width(line.substring(0, end) + "…", size) > most) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end).strip() + "…";
  }

  private static String onOneLine(String words) {
    return SPACE.matcher(words.strip()).replaceAll(" ");
  }

  /** Of a letter, over its size. */
  private static double width(int letter) {
    if ("iljtfrI.,:;'|!()[]/- ".indexOf(letter) >= 0) {
      return 0.36;
    }
    if (letter > 0x2E80 || "mwMW@%—…".indexOf(letter) >= 0) {
      return 1;
    }
    return Character.isUpperCase(letter) ? 0.74 : 0.59;
  }
}
