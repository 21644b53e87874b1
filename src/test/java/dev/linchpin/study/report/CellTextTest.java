package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CellTextTest {
  private static final Column COLUMN = new Column("figure", "Figure", 2);

  @Test
  void shouldSayNothingOfASizeThatIsNotKnown() {
    // Given
    Estimate estimate = Examples.interval(0.5, 0.4, 0.6, 0);

    // When
    CellText cells = CellText.of(table(estimate));

    // Then
    assertThat(cells.text(COLUMN, estimate)).isEqualTo("0.50 (0.40 to 0.60)");
    assertThat(cells.notes())
        .containsExactly("In brackets: the 95 % interval, by a bootstrap over chains.");
  }

  @Test
  void shouldSayTheSizesInTheCellsWhereTheyDiffer() {
    // Given
    Estimate many = Examples.overSeeds(1234.5, 1, 1200);
    Estimate unknown = Examples.overSeeds(-0.001, 0.01, 0);

    // When
    CellText cells = CellText.of(table(many, unknown));

    // Then
    assertThat(cells.text(COLUMN, many)).isEqualTo("1,234.50 ± 1.00, n = 1,200");
    assertThat(cells.text(COLUMN, unknown)).isEqualTo("0.00 ± 0.01");
    assertThat(cells.notes()).containsExactly("After ±: the standard deviation over seeds.");
  }

  @Test
  void shouldExplainNoSpreadThatIsNotShown() {
    // Given
    Estimate withoutEnds = Examples.interval(0.5, Examples.NAN, Examples.NAN, 7);
    Estimate bare = new Estimate(0.25, 0.2, 0.3, Spread.NONE, 7);

    // When
    CellText cells = CellText.of(table(withoutEnds, bare));

    // Then
    assertThat(cells.text(COLUMN, withoutEnds)).isEqualTo("0.50");
    assertThat(cells.text(COLUMN, bare)).isEqualTo("0.25");
    assertThat(cells.notes()).containsExactly("n = 7 for every estimate.");
  }

  @Test
  void shouldTellFiguresFromWords() {
    // When
    CellText figures = CellText.of(table(Cell.count(1), Cell.nothing()));
    CellText words = CellText.of(table(Cell.count(1), Cell.words("many")));
    CellText nothing = CellText.of(table(Cell.nothing()));

    // Then
    assertThat(figures.isNumeric(0)).isTrue();
    assertThat(words.isNumeric(0)).isFalse();
    assertThat(nothing.isNumeric(0)).isFalse();
  }

  private static Table table(Cell... cells) {
    return new Table("table", "Table", List.of(COLUMN), Stream.of(cells).map(List::of).toList());
  }
}
