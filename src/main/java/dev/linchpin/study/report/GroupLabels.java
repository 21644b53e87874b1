package dev.linchpin.study.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names below groups or columns: broken into lines where they fit so, slanted otherwise. Numbers
 * always stand level. Where names are too close even so, not each one is shown.
 */
final class GroupLabels {
  private static final Pattern NUMBER = Pattern.compile("-?[\\d.,]+ ?%?");
  private static final int MOST_LINES = 4;
  private static final double MOST_WIDTH = 240;
  private static final double SLANT = Math.sqrt(0.5);
  private static final double GAP = 6;

  private final List<String> names;
  private final double band;
  private final boolean slanted;
  private final int step;

  /**
   * @param band pixels for each name
   */
  GroupLabels(List<String> names, double band) {
    this.names = names;
    this.band = band;
    boolean numbers = names.stream().allMatch(name -> NUMBER.matcher(name).matches());
    this.slanted = !numbers && !names.stream().allMatch(this::fits);
    double room = numbers ? widest() + GAP : Lettering.LINE * SvgStyle.TEXT / SLANT;
    this.step = numbers || slanted ? (int) Math.ceil(room / band) : 1;
  }

  /** Pixels that the names need on the left of the first group's left end. */
  double overhang() {
    if (!slanted) {
      return 0;
    }
    return IntStream.range(0, names.size())
        .mapToDouble(i -> width(shortened(i)) * SLANT + 8 - (i + 0.5) * band)
        .max()
        .orElse(0);
  }

  /** Draws the names below a frame and gives where they end. */
  double draw(Markup svg, Frame frame) {
    double end = frame.bottom();
    for (int i = 0; i < names.size(); i += step) {
      double x = frame.left() + (i + 0.5) * band;
      end = Math.max(end, slanted ? slanted(svg, i, x, frame) : level(svg, i, x, frame));
    }
    return end;
  }

  private double level(Markup svg, int group, double x, Frame frame) {
    return SvgText.lines(
        svg, lines(names.get(group)), x, frame.bottom() + 18, "text-anchor", "middle");
  }

  private double slanted(Markup svg, int group, double x, Frame frame) {
    String turned =
        "translate(%s,%s) rotate(-45)"
            .formatted(Numbers.coordinate(x + 4), Numbers.coordinate(frame.bottom() + 14));
    svg.words("text", shortened(group), "transform", turned, "text-anchor", "end");
    return frame.bottom() + 24 + width(shortened(group)) * SLANT;
  }

  private boolean fits(String name) {
    List<String> lines = lines(name);
    return lines.size() <= MOST_LINES && lines.stream().allMatch(line -> width(line) <= band - GAP);
  }

  private List<String> lines(String name) {
    return Lettering.wrapped(name, SvgStyle.TEXT, band - GAP);
  }

  private String shortened(int group) {
    return Lettering.shortened(names.get(group), SvgStyle.TEXT, MOST_WIDTH);
  }

  private double widest() {
    return names.stream().mapToDouble(GroupLabels::width).max().orElse(0);
  }

  private static double width(String words) {
    return Lettering.width(words, SvgStyle.TEXT);
  }
}
