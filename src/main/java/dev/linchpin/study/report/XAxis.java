package dev.linchpin.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The level axis of numbers, by distance or by factors. */
final class XAxis {
  private static final int STEPS = 8;
  private static final int FEW = 12;
  private static final double ROOM = 0.02;

  private final double[] values;
  private final boolean logarithmic;
  private final Extent extent;

  /**
   * @param values what stands on it, in any order
   */
  XAxis(double[] values, boolean logarithmic) {
    this.values = Arrays.stream(values).filter(Double::isFinite).sorted().distinct().toArray();
    this.logarithmic = logarithmic;
    this.extent = Extent.of(Arrays.stream(this.values).map(scale())).widened(ROOM);
  }

  /** Pixels from the left. */
  double place(double x, Frame frame) {
    return extent.place(scale().applyAsDouble(x), frame.left(), frame.right());
  }

  /** Draws the line, the ticks and the label, and gives where they end. */
  double draw(Markup svg, String label, Frame frame) {
    line(svg, frame.left(), frame.bottom(), frame.right(), frame.bottom());
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks()) {
      double x = place(tick.value(), frame);
      double width = Lettering.width(tick.label(), SvgStyle.TEXT);
      if (x - width / 2 >= free) {
        line(svg, x, frame.bottom(), x, frame.bottom() + 5);
        SvgText.line(svg, tick.label(), x, frame.bottom() + 19, "text-anchor", "middle");
        free = x + width / 2 + 8;
      }
    }
    List<String> lines = Lettering.wrapped(label, SvgStyle.TEXT, frame.width());
    return SvgText.lines(svg, lines, frame.middle(), frame.bottom() + 40, "text-anchor", "middle");
  }

  private record Tick(double value, String label) {}

  private List<Tick> ticks() {
    if (!logarithmic) {
      boolean whole = Arrays.stream(values).allMatch(x -> x == Math.rint(x));
      Ticks ticks = Ticks.within(extent.low(), extent.high(), STEPS, whole ? 1 : 0);
      return Arrays.stream(ticks.values())
          .mapToObj(value -> new Tick(value, ticks.label(value)))
          .toList();
    }
    double[] places = values.length <= FEW ? values : byFactors();
    return Arrays.stream(places).mapToObj(x -> new Tick(x, Numbers.brief(x))).toList();
  }

  /** 1, 2 and 5 times each power of ten. */
  private double[] byFactors() {
    return Arrays.stream(Ticks.within(extent.low() - 1, extent.high(), STEPS, 1).values())
        .flatMap(power -> Arrays.stream(new double[] {1, 2, 5}).map(f -> f * Math.pow(10, power)))
        .filter(x -> Math.log10(x) >= extent.low() && Math.log10(x) <= extent.high())
        .toArray();
  }

  private DoubleUnaryOperator scale() {
    return logarithmic ? Math::log10 : DoubleUnaryOperator.identity();
  }

  private static void line(Markup svg, double x1, double y1, double x2, double y2) {
    svg.empty("line", "class", "axis", "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }
}
