package dev.linchpin.study.report;

import java.util.List;
import java.util.Locale;

/**
 * How plots look: sizes in pixels, the colours that Okabe and Ito chose for all kinds of colour
 * vision, and with each colour a shape and a hatch, so that none has to be told by colour alone.
 */
final class SvgStyle {
  static final double WIDTH = 720;
  static final double MARGIN = 16;
  static final double TEXT = 12;
  static final double TITLE = 15;

  /** Size of plain letters that are as wide as the title's bold ones. */
  static final double TITLE_WIDTH = 17.5;

  static final double FRAME_HEIGHT = 300;

  private static final List<String> LIGHT =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#1f2328", "#f0e442");
  private static final String BLACK_IN_THE_DARK = "#e6edf3";

  private static final List<String> MARKERS =
      List.of(
          "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z",
          "M-3.6,-3.6h7.2v7.2h-7.2z",
          "M0,-4.8l4.5,7.8h-9z",
          "M0,-5.2l4.6,5.2l-4.6,5.2l-4.6,-5.2z",
          "M0,4.8l4.5,-7.8h-9z",
          "M-1.5,-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
          "M-4.5,-2.4l2.1,-2.1l2.4,2.4l2.4,-2.4l2.1,2.1l-2.4,2.4l2.4,2.4l-2.1,2.1l-2.4,-2.4"
              + "l-2.4,2.4l-2.1,-2.1l2.4,-2.4z");
  private static final List<String> HATCHES =
      List.of(
          "",
          "M-2,2l4,-4M0,8l8,-8M6,10l4,-4",
          "M0,4h8",
          "M1,2h2M5,6h2",
          "M-2,6l4,4M0,0l8,8M6,-2l4,4",
          "M4,0v8",
          "M0,4h8M4,0v8");

  private static final String CSS =
      """
      .plot text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;font-size:12px}
      .plot text.title{font-size:15px;font-weight:600}
      .plot .axis,.plot .whisker,.plot .grid,.plot .reference{fill:none}
      .plot .reference{stroke-width:1.5;stroke-dasharray:6 4}
      .plot .whisker{stroke-width:1.3}
      .plot .line{fill:none;stroke-width:2;stroke-linejoin:round}
      .plot .band{fill-opacity:.18}
      .plot .mark{stroke-width:.8}
      .plot .hatch{fill:none;stroke-width:1.6}
      """;
  private static final String LIGHT_CSS =
      """
      .plot .ground{fill:#ffffff}
      .plot text,.plot .on-pale{fill:#1f2328}
      .plot .on-strong{fill:#ffffff}
      .plot .axis,.plot .reference{stroke:#59636e}
      .plot .grid{stroke:#dde2e7}
      .plot .whisker,.plot .mark{stroke:#1f2328}
      .plot .hatch{stroke:#ffffff}
      .plot .heat{fill:#08519c}
      .plot .heat-stop{stop-color:#08519c}
      .plot .blank{fill:none;stroke:#dde2e7}
      """;
  private static final String DARK_CSS =
      """
      .plot .ground{fill:#0d1117}
      .plot text,.plot .on-pale{fill:#e6edf3}
      .plot .on-strong{fill:#0d1117}
      .plot .axis,.plot .reference{stroke:#9198a1}
      .plot .grid{stroke:#2a313a}
      .plot .whisker,.plot .mark{stroke:#e6edf3}
      .plot .hatch{stroke:#0d1117}
      .plot .heat{fill:#58a6ff}
      .plot .heat-stop{stop-color:#58a6ff}
      .plot .blank{fill:none;stroke:#2a313a}
      """;

  private SvgStyle() {}

  /** The style sheet, for light and for dark surroundings. */
  static String css() {
    StringBuilder css = new StringBuilder("\n").append(CSS).append(LIGHT_CSS);
    for (int i = 0; i < LIGHT.size(); i++) {
      css.append(colour(i, LIGHT.get(i)));
    }
    css.append("@media (prefers-color-scheme:dark){\n").append(DARK_CSS);
    return css.append(colour(6, BLACK_IN_THE_DARK)).append("}\n").toString();
  }

  /** Class of what is filled with the colour of a series. */
  static String fill(int series) {
    return "fill-" + series % LIGHT.size();
  }

  /** Class of lines in the colour of a series. */
  static String line(int series) {
    return "line line-" + series % LIGHT.size();
  }

  /** Draws the shape of a series around a place. */
  static void mark(Markup svg, int series, double x, double y) {
    svg.empty(
        "path",
        "class",
        "mark " + fill(series),
        "d",
        MARKERS.get(series % MARKERS.size()),
        "transform",
        "translate(%s,%s)".formatted(Numbers.coordinate(x), Numbers.coordinate(y)));
  }

  /** Defines the hatch of a series under an id. */
  static void hatch(Markup svg, int series, String id) {
    svg.open("pattern", "id", id, "width", 8.0, "height", 8.0, "patternUnits", "userSpaceOnUse");
    svg.empty("rect", "class", fill(series), "width", 8.0, "height", 8.0);
    svg.empty("path", "class", "hatch", "d", HATCHES.get(series % HATCHES.size()));
    svg.close();
  }

  private static String colour(int series, String colour) {
    return String.format(
        Locale.ROOT,
        ".plot .fill-%1$d{fill:%2$s}\n.plot .line-%1$d{stroke:%2$s}\n",
        series,
        colour);
  }
}
