package dev.linchpin.study.report;

import dev.linchpin.study.report.Plot.Bars;
import dev.linchpin.study.report.Plot.HeatMap;
import dev.linchpin.study.report.Plot.Lines;
import java.util.List;

/**
 * A plot as an SVG document of its own, 720 pixels wide. It follows whether its surroundings are
 * light or dark, and the same plot always gives the same text.
 */
public final class SvgPlot {
  private static final double TITLE_LINE = SvgStyle.TITLE * Lettering.LINE;

  private SvgPlot() {}

  /** The whole document. */
  public static String of(Plot plot) {
    Markup content = new Markup();
    double height = draw(plot, content, title(plot, content)) + 10;
    Markup svg = new Markup();
    String size = Numbers.coordinate(SvgStyle.WIDTH) + " " + Numbers.coordinate(height);
    String titleId = plot.key() + "-title";
    String wordsId = plot.key() + "-words";
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + size,
        "width",
        SvgStyle.WIDTH,
        "height",
        height,
        "role",
        "img",
        "aria-labelledby",
        titleId + " " + wordsId);
    svg.words("title", plot.title(), "id", titleId);
    svg.words("desc", PlotWords.of(plot), "id", wordsId);
    svg.words("style", SvgStyle.css());
    svg.empty("rect", "class", "ground", "width", SvgStyle.WIDTH, "height", height);
    svg.raw(content.toString());
    svg.close();
    return svg.toString();
  }

  private static double title(Plot plot, Markup svg) {
    double most = SvgStyle.WIDTH - 2 * SvgStyle.MARGIN;
    List<String> lines = Lettering.wrapped(plot.title(), SvgStyle.TITLE_WIDTH, most);
    double baseline = SvgStyle.MARGIN + SvgStyle.TITLE;
    for (String line : lines) {
      String fitted = Lettering.shortened(line, SvgStyle.TITLE_WIDTH, most);
      SvgText.line(svg, fitted, SvgStyle.MARGIN, baseline, "class", "title");
      baseline += TITLE_LINE;
    }
    return baseline - 4;
  }

  private static double draw(Plot plot, Markup svg, double top) {
    if (plot instanceof Bars bars) {
      return new BarsDrawing(bars, svg).draw(top);
    } else if (plot instanceof Lines lines) {
      return new LinesDrawing(lines, svg).draw(top);
    }
    return new HeatMapDrawing((HeatMap) plot, svg).draw(top);
  }
}
