package dev.linchpin.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The upright axis of a plot, with round ticks and lines across. */
final class YAxis {
  private static final int STEPS = 7;

  private final Ticks ticks;
  private final List<String> label;

  YAxis(DoubleStream values, String label) {
    Extent extent = Extent.of(values);
    this.ticks = Ticks.around(extent.low(), extent.high(), STEPS);
    this.label = Lettering.wrapped(label, SvgStyle.TEXT, SvgStyle.FRAME_HEIGHT);
  }

  /** Pixels that it takes on the left of the frame. */
  double width() {
    double widest =
        Arrays.stream(ticks.values())
            .map(value -> Lettering.width(ticks.label(value), SvgStyle.TEXT))
            .max()
            .orElse(0);
    return SvgStyle.MARGIN + label.size() * SvgStyle.TEXT * Lettering.LINE + widest + 16;
  }

  /** Pixels from above. */
  double place(double value, Frame frame) {
    return new Extent(ticks.low(), ticks.high()).place(value, frame.bottom(), frame.top());
  }

  void draw(Markup svg, Frame frame) {
    for (double value : ticks.values()) {
      double y = place(value, frame);
      across(svg, "grid", y, frame);
      SvgText.line(svg, ticks.label(value), frame.left() - 8, y + 4, "text-anchor", "end");
    }
    SvgText.upright(svg, label, frame);
  }

  /** Draws a line across the frame; none where it is NaN. */
  void drawReference(Markup svg, double reference, Frame frame) {
    if (Double.isFinite(reference)) {
      across(svg, "reference", place(reference, frame), frame);
    }
  }

  /** Draws the line on which bars stand. */
  void drawZero(Markup svg, Frame frame) {
    across(svg, "axis", place(0, frame), frame);
  }

  private static void across(Markup svg, String kind, double y, Frame frame) {
    svg.empty("line", "class", kind, "x1", frame.left(), "y1", y, "x2", frame.right(), "y2", y);
  }
}
