package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.study.report.Plot.Bars;
import dev.linchpin.study.report.Plot.HeatMap;
import dev.linchpin.study.report.Plot.Lines;
import dev.linchpin.study.report.Plot.Point;
import dev.linchpin.study.report.Plot.Series;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class SvgPlotTest {
  private static final double NAN = Double.NaN;

  @Test
  void shouldDrawABarOrADashForEachPointAndWhiskersWhereEndsAreKnown() {
    // When
    Document svg = Xml.parsed(SvgPlot.of(Examples.bars()));

    // Then: one box more for each of two names
    assertThat(Xml.ofClass(svg, "rect", "mark")).hasSize(5 + 2);
    assertThat(Xml.ofClass(svg, "path", "whisker")).hasSize(4);
    assertThat(Xml.ofClass(svg, "line", "reference")).hasSize(1 + 1);
    assertThat(Xml.texts(svg, "text"))
        .contains("trained on A", "trained on B", "reference 0.5", "linear", "two layers", "–")
        .contains("-0.4", "0.0", "1.0");
  }

  @Test
  void shouldTellSeriesByMoreThanColour() {
    // When
    Document bars = Xml.parsed(SvgPlot.of(Examples.bars()));
    Document lines = Xml.parsed(SvgPlot.of(Examples.lines()));

    // Then
    assertThat(Xml.ofClass(bars, "path", "hatch").stream().map(e -> e.getAttribute("d")))
        .doesNotHaveDuplicates();
    assertThat(Xml.ofClass(lines, "path", "mark").stream().map(e -> e.getAttribute("d")).distinct())
        .hasSize(2);
  }

  @Test
  void shouldBreakLinesWhereNothingIsKnown() {
    // When
    Document svg = Xml.parsed(SvgPlot.of(Examples.lines()));

    // Then: 100 and 200, 800, and 100 of the other
    assertThat(Xml.elements(svg, "polyline")).hasSize(3);
    assertThat(Xml.elements(svg, "polygon")).hasSize(1);
    assertThat(Xml.ofClass(svg, "path", "whisker")).hasSize(1);
    assertThat(Xml.texts(svg, "text")).contains("100", "200", "400", "800", "labels", "error");
  }

  @Test
  void shouldPutFactorsAtEvenDistances() {
    // Given
    Lines plot =
        lines(
            true,
            new Point(1, 1, NAN, NAN),
            new Point(10, 2, NAN, NAN),
            new Point(100, 3, NAN, NAN));

    // When
    String[] points =
        Xml.elements(Xml.parsed(SvgPlot.of(plot)), "polyline")
            .get(0)
            .getAttribute("points")
            .split(" ", -1);

    // Then
    double[] x =
        Stream.of(points).mapToDouble(p -> Double.parseDouble(p.split(",", -1)[0])).toArray();
    assertThat(x[1] - x[0]).isCloseTo(x[2] - x[1], within(0.02));
  }

  @Test
  void shouldWriteEachNumberIntoItsField() {
    // When
    Document svg = Xml.parsed(SvgPlot.of(Examples.heatMap()));

    // Then: what is outside the scale is as pale or strong as its ends
    assertThat(Xml.texts(svg, "text")).contains("0.00", "0.50", "1.00", "–", "-0.25", "2.00");
    assertThat(Xml.ofClass(svg, "rect", "heat").stream().map(e -> e.getAttribute("fill-opacity")))
        .containsExactly("0.05", "0.53", "1", "0.05", "1");
    assertThat(Xml.ofClass(svg, "rect", "blank")).hasSize(1);
  }

  @Test
  void shouldTurnOrLeaveOutNumbersInNarrowFields() {
    // When
    String narrow = SvgPlot.of(heatMap(40));
    String tooNarrow = SvgPlot.of(heatMap(200));

    // Then
    assertThat(narrow).contains("rotate(-90)").contains(">0.25<");
    assertThat(tooNarrow).doesNotContain(">0.25<");
  }

  @Test
  void shouldSayWhatItShows() {
    // When
    Document svg = Xml.parsed(SvgPlot.of(Examples.bars()));

    // Then
    assertThat(Xml.texts(svg, "title")).containsExactly("AUROC of <probes> & \"judges\"");
    assertThat(Xml.texts(svg, "desc"))
        .containsExactly(
            "Bars of AUROC for linear, two layers, judge."
                + " trained on A: from 0.9 to 0.92. trained on B: from -0.2 to 0.7.");
    assertThat(svg.getDocumentElement().getAttribute("aria-labelledby"))
        .isEqualTo("bars-title bars-words");
  }

  @Test
  void shouldFollowItsSurroundingsAndNeedNothingElse() {
    // When
    String svg = SvgPlot.of(Examples.lines());

    // Then
    assertThat(svg)
        .contains("@media (prefers-color-scheme:dark)")
        .contains("<rect class=\"ground\"")
        .doesNotContain("<script", "href", "@import");
  }

  @Test
  void shouldKeepSlantedNamesInThePicture() {
    // Given
    List<String> names =
        IntStream.range(0, 12).mapToObj(i -> "a_name_without_end_of_group_" + i).toList();
    Bars plot = new Bars("slanted", "Slanted", "y", names, List.of(), NAN);

    // When
    Document svg = Xml.parsed(SvgPlot.of(plot));

    // Then
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    List<Element> slanted =
        Xml.elements(svg, "text").stream()
            .filter(text -> text.getAttribute("transform").contains("rotate(-45)"))
            .toList();
    assertThat(slanted).hasSize(12);
    assertThat(slanted)
        .allSatisfy(
            text -> {
              double reach = Lettering.width(text.getTextContent(), SvgStyle.TEXT) * Math.sqrt(0.5);
              String[] place = text.getAttribute("transform").split("[(,)]", -1);
              assertThat(Double.parseDouble(place[1]) - reach).isPositive();
              assertThat(Double.parseDouble(place[2]) + reach).isLessThan(height);
            });
  }

  static Stream<Plot> awkward() {
    String longName = "a very long name that goes on and on ".repeat(8);
    return Stream.of(
        new Bars("none", "", "", List.of(), List.of(), NAN),
        new Bars("no-series", "t", "y", List.of("a"), List.of(), NAN),
        new Bars("zeros", "t", "y", List.of("a", "b"), List.of(Examples.series("s", 0, 0)), 0),
        new Bars("huge", "t", "y", List.of("a"), List.of(Examples.series("s", -3e12)), NAN),
        new Bars("tiny", "t", "y", List.of("a"), List.of(Examples.series("s", 2e-9)), NAN),
        new Bars(
            "odd",
            "\u0000\uD800<&\">'",
            "]]>",
            List.of("<b>"),
            List.of(Examples.series("--", 1)),
            NAN),
        new Bars(
            "endless",
            "t",
            "y",
            List.of("a"),
            List.of(Examples.series("s", Double.POSITIVE_INFINITY)),
            NAN),
        new Bars(
            "long",
            longName,
            longName,
            List.of(longName, "x".repeat(300)),
            List.of(Examples.series(longName, 1, 2)),
            NAN),
        lines(false),
        lines(false, new Point(3, 0.7, 0.6, 0.8)),
        lines(true, new Point(3, NAN, NAN, NAN)),
        lines(false, new Point(0, 0.1 + 0.2, NAN, NAN), new Point(1, 0.3, NAN, NAN)),
        lines(true, new Point(1e-9, -5, NAN, NAN), new Point(1e12, -5, NAN, NAN)),
        new HeatMap("no-fields", "t", "r", "c", List.of(), List.of(), List.of(), 0, 1),
        new HeatMap(
            "flat", "t", "", "", List.of(longName), List.of(longName), List.of(List.of(3.0)), 3, 3),
        new HeatMap(
            "blank", "t", "r", "c", List.of("a"), List.of("b"), List.of(List.of(NAN)), NAN, NAN));
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void shouldDrawWhateverComes(Plot plot) {
    // When
    String text = SvgPlot.of(plot);

    // Then
    Document svg = Xml.parsed(text);
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(text).doesNotContain("NaN", "Infinity");
    assertThat(Xml.elements(svg, "line")).hasSizeLessThan(60);
  }

  @Test
  void shouldBeTheSameEverywhere() {
    // Given
    Locale before = Locale.getDefault();
    String expected = SvgPlot.of(Examples.bars());

    // When
    String elsewhere;
    try {
      Locale.setDefault(Locale.GERMANY);
      elsewhere = SvgPlot.of(Examples.bars());
    } finally {
      Locale.setDefault(before);
    }

    // Then
    assertThat(elsewhere).isEqualTo(expected);
  }

  @Test
  void shouldRefusePlotsThatDoNotFitTogether() {
    List<Series> two = List.of(Examples.series("s", 1, 2));

    assertThatThrownBy(() -> new Bars("b", "t", "y", List.of("a"), two, NAN))
        .hasMessage("expected 1 bars of each series, got 2");
    assertThatThrownBy(() -> new Lines("l", "t", "x", "y", two, true, NAN))
        .hasMessage("expected x above 0 on the logarithmic axis of l");
    assertThatThrownBy(
            () -> new HeatMap("h", "t", "r", "c", List.of("a"), List.of(), List.of(), 0, 1))
        .hasMessage("expected 1 rows, got 0");
    assertThatThrownBy(() -> new Bars("../b", "t", "y", List.of(), List.of(), NAN))
        .hasMessage("expected a key such as error-by-layer, got ../b");
  }

  private static Lines lines(boolean logarithmic, Point... points) {
    return new Lines(
        "points", "t", "x", "y", List.of(new Series("s", List.of(points))), logarithmic, NAN);
  }

  private static HeatMap heatMap(int columns) {
    return new HeatMap(
        "narrow",
        "t",
        "r",
        "c",
        List.of("row"),
        IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
        List.of(Collections.nCopies(columns, 0.25)),
        0,
        1);
  }
}
