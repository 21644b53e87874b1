package dev.linchpin.study.report;

/** The spread of a point as an upright line with caps. */
final class Whisker {
  private static final double CAP = 4;

  private Whisker() {}

  static void draw(Markup svg, double x, double from, double to) {
    String upright = "M%1$s,%2$sV%3$s";
    String cap = "M%s,%sh%s";
    String left = Numbers.coordinate(x - CAP);
    String width = Numbers.coordinate(2 * CAP);
    String low = Numbers.coordinate(from);
    String high = Numbers.coordinate(to);
    String path =
        upright.formatted(Numbers.coordinate(x), low, high)
            + cap.formatted(left, low, width)
            + cap.formatted(left, high, width);
    svg.empty("path", "class", "whisker", "d", path);
  }
}
