package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableCsvTest {

  @Test
  void shouldGiveEachEstimateFourFieldsAndLeaveEmptyWhatIsNotKnown() {
    // When
    String text = TableCsv.of(Examples.intervals());

    // Then
    assertThat(text)
        .isEqualTo(
            "probe,size,auroc,aurocLow,aurocHigh,aurocN\r\n"
                + "linear,12345,0.987,0.981,0.992,412\r\n"
                + "\"a|b, \"\"c\"\"\",,,,,412\r\n");
  }

  @Test
  void shouldQuoteLinesAndOuterSpace() {
    // Given
    Table table =
        new Table(
            "t",
            "t",
            List.of(Column.words("a", "A"), new Column("b", "B", 1)),
            List.of(
                List.of(Cell.words("one\ntwo"), Examples.overSeeds(1, 0.5, 3)),
                List.of(Cell.words(" x"), Cell.nothing())));

    // When
    String text = TableCsv.of(table);

    // Then
    assertThat(text).isEqualTo("a,b,bLow,bHigh,bN\r\n\"one\ntwo\",1.0,0.5,1.5,3\r\n\" x\",,,,\r\n");
  }

  @Test
  void shouldBeOnlyItsHeadWithoutRows() {
    assertThat(TableCsv.of(Examples.empty())).isEqualTo("a\r\n");
  }
}
