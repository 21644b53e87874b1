package dev.linchpin.study.report;

import java.util.regex.Pattern;

/** Plain words in Markdown: nothing in them is taken for markup. */
final class MarkdownText {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~$&]");
  private static final Pattern LINE_START = Pattern.compile("^[-+=#]");
  private static final Pattern NUMBER = Pattern.compile("^(\\d+)([.)])");

  private MarkdownText() {}

  /** On one line, in the midst of others. */
  static String inline(String words) {
    String line = SPACE.matcher(words.strip()).replaceAll(" ");
    return SPECIAL.matcher(line).replaceAll("\\\\$0");
  }

  /** On a line of its own. */
  static String line(String words) {
    String line = inline(words);
    line = NUMBER.matcher(line).replaceFirst("$1\\\\$2");
    return LINE_START.matcher(line).replaceFirst("\\\\$0");
  }
}
