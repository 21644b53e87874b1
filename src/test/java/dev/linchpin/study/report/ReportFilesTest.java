package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFilesTest {
  @TempDir private Path temporary;

  @Test
  void shouldWriteEachFileAndLeaveNoOther() throws IOException {
    // Given
    Path folder = temporary.resolve("new").resolve("study");

    // When
    ReportFiles.write(folder, Examples.report());

    // Then
    assertThat(files(folder))
        .containsExactlyInAnyOrder(
            "report.md",
            "report.html",
            "report.json",
            "plots/bars.svg",
            "plots/lines.svg",
            "plots/heat-map.svg",
            "tables/intervals.csv",
            "tables/seeds.csv",
            "tables/empty.csv");
    assertThat(folder.resolve("report.md")).hasContent(MarkdownReport.of(Examples.report()));
    assertThat(folder.resolve("plots/bars.svg")).hasContent(SvgPlot.of(Examples.bars()));
  }

  @Test
  void shouldReadBackEqual() {
    // Given
    Report report = Examples.report();

    // When
    ReportFiles.write(temporary, report);

    // Then
    assertThat(ReportJson.read(temporary.resolve("report.json"), Report.class)).isEqualTo(report);
    assertThat(temporary.resolve("report.json")).content().doesNotContain("NaN");
  }

  @Test
  void shouldReplaceWhatWasThere() {
    // Given
    ReportFiles.write(temporary, Examples.report());
    Report other = new Report("Other", List.of(), Examples.report().settings(), "", List.of());

    // When
    ReportFiles.write(temporary, other);

    // Then
    assertThat(temporary.resolve("report.md")).content().startsWith("# Other\n");
  }

  @Test
  void shouldLeaveTheOldFileAndNoDraftWhereItCannotWrite() throws IOException {
    // Given: a folder that is not empty cannot be replaced by a file
    Path taken = Files.createDirectories(temporary.resolve("report.md").resolve("inside"));

    // When
    assertThatThrownBy(() -> ReportFiles.write(temporary, Examples.report()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("report.md");

    // Then
    assertThat(taken).isDirectory();
    assertThat(files(temporary)).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void shouldRefuseKeysThatComeTwice() {
    List<Section> twice = List.of(Examples.layers(), Examples.layers());

    assertThatThrownBy(() -> new Report("t", List.of(), Examples.report().settings(), "", twice))
        .hasMessage("expected each key of a section once, got layers twice");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
