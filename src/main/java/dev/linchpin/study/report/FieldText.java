package dev.linchpin.study.report;

/**
 * How numbers stand in the fields of a heat map: level where they fit, upright in narrow fields,
 * not at all where they could not be read.
 *
 * @param size of the letters, pixels; 0 for none
 * @param turned whether they stand upright
 * @param height of each field, pixels
 */
record FieldText(double size, boolean turned, double height) {
  private static final double LARGEST = 12;
  private static final double SMALLEST = 7;

  /**
   * The largest that fits.
   *
   * @param widest width of the widest number in letters of one pixel
   * @param width of a field
   * @param leastHeight of a field
   */
  static FieldText fit(double widest, double width, double leastHeight) {
    double level = Math.min(LARGEST, (width - 4) / widest);
    if (level >= SMALLEST) {
      return new FieldText(level, false, leastHeight);
    }
    double turned = Math.min(LARGEST, width - 2);
    return turned >= SMALLEST
        ? new FieldText(turned, true, Math.max(leastHeight, widest * turned + 8))
        : new FieldText(0, false, leastHeight);
  }

  /** Draws a number around the middle of its field. */
  void draw(Markup svg, String number, String tone, double x, double y) {
    if (size == 0) {
      return;
    }
    String place =
        "translate(%s,%s)".formatted(Numbers.coordinate(x), Numbers.coordinate(y))
            + (turned ? " rotate(-90)" : "");
    String style = "font-size:%spx".formatted(Numbers.coordinate(size));
    svg.words(
        "text",
        number,
        "class",
        tone,
        "style",
        style,
        "transform",
        place,
        "y",
        size * 0.35,
        "text-anchor",
        "middle");
  }
}
