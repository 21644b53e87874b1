package dev.linchpin.study.report;

import java.util.List;

/** Words in plots. */
final class SvgText {
  private SvgText() {}

  /** Lines below each other, the first on a baseline; gives the baseline after the last. */
  static double lines(
      Markup svg, List<String> lines, double x, double baseline, Object... attributes) {
    double y = baseline;
    for (String line : lines) {
      line(svg, line, x, y, attributes);
      y += SvgStyle.TEXT * Lettering.LINE;
    }
    return y;
  }

  /** A line on a baseline. */
  static void line(Markup svg, String words, double x, double baseline, Object... attributes) {
    Object[] all = new Object[attributes.length + 4];
    all[0] = "x";
    all[1] = x;
    all[2] = "y";
    all[3] = baseline;
    System.arraycopy(attributes, 0, all, 4, attributes.length);
    svg.words("text", words, all);
  }

  /** Lines upright at the left edge, around the middle of a frame. */
  static void upright(Markup svg, List<String> lines, Frame frame) {
    String turned =
        "translate(%s,%s) rotate(-90)"
            .formatted(
                Numbers.coordinate(SvgStyle.MARGIN + SvgStyle.TEXT),
                Numbers.coordinate((frame.top() + frame.bottom()) / 2));
    svg.open("g", "transform", turned, "text-anchor", "middle");
    lines(svg, lines, 0, 0);
    svg.close();
  }

  /** What stands where nothing was measured at all. */
  static void nothing(Markup svg, Frame frame) {
    line(
        svg,
        "No figures.",
        frame.middle(),
        (frame.top() + frame.bottom()) / 2,
        "text-anchor",
        "middle");
  }
}
