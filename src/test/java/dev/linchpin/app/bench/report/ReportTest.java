package dev.linchpin.app.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.cluster.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final Table TABLE =
      new Table(
          "speed",
          "Speed",
          List.of(Column.words("who", ""), new Column("perSecond", "records/s", 1)),
          List.of(List.of("monitor", 1234.56), List.of("other", Double.NaN)));
  private static final Findings FINDINGS =
      new Findings(List.of(Bar.atLeast("share", 0.5, 0.7)), List.of(TABLE), List.of("a note"));

  @Test
  void shouldPrintBarsThenTablesThenNotes() {
    // When
    List<String> lines = TextReport.of(FINDINGS).lines().toList();

    // Then
    assertThat(lines.get(0)).matches("share +0\\.500 +>= +0\\.700 +MISSED");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            "",
            "Speed",
            "           records/s",
            "  monitor     1234.6",
            "  other            -",
            "",
            "a note");
  }

  @Test
  void shouldPrintJsonWithNullForWhatIsNotKnown() throws Exception {
    // When
    JsonNode report = new ObjectMapper().readTree(JsonReport.of(FINDINGS));

    // Then
    assertThat(report.at("/bars/0/met").asBoolean(true)).isFalse();
    assertThat(report.at("/bars/0/side").asText()).isEqualTo("AT_LEAST");
    assertThat(report.at("/speed/0/perSecond").asDouble()).isEqualTo(1234.56);
    assertThat(report.at("/speed/1/perSecond").isNull()).isTrue();
    assertThat(report.at("/notes/0").asText()).isEqualTo("a note");
  }

  @Test
  void shouldJoinFindings() {
    // When
    Findings both = FINDINGS.and(FINDINGS);

    // Then
    assertThat(both.bars()).hasSize(2);
    assertThat(both.tables()).hasSize(2);
  }

  @Test
  void shouldRefuseARowThatDoesNotFit() {
    assertThatThrownBy(
            () ->
                new Table(
                    "t", "T", List.of(Column.words("a", "a")), List.of(List.of("one", "two"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 1 cells, got 2");
  }
}
