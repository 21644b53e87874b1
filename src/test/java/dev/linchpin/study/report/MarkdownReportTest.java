package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {

  @Test
  void shouldTellTheWholeStudyInOrder() {
    // When
    String text = MarkdownReport.of(Examples.report());

    // Then
    assertThat(text)
        .containsSubsequence(
            "# Probes \\& their \\*errors\\*\n",
            "- The probe finds 0.987 of 1.\n",
            "## How it was made\n",
            "| chains | 412 |\n",
            "    linchpin study --model 'a|b' && echo \"</pre>\"\n",
            "## Which probe is best? (paper: Table 1)\n",
            "Is a linear probe enough?",
            "**Yes: 0.987 against 0.981\\_of\\_a\\_larger one.**\n",
            "### AUROC by probe\n",
            "![AUROC of \\<probes\\> \\& \"judges\"](plots/bars.svg)\n",
            "Remarks:\n",
            "## Where is it?\n",
            "![Error by number of labels](plots/lines.svg)\n");
  }

  @Test
  void shouldAlignNumbersToTheRightAndTellTheirSpread() {
    // When
    String text = MarkdownReport.of(Examples.report());

    // Then
    assertThat(text)
        .contains(
            """
            | Probe | Weights | AUROC |
            | :-- | --: | --: |
            | linear | 12,345 | 0.987 (0.981 to 0.992) |
            | a\\|b, "c" | – | – |

            In brackets: the 95 % interval, by a bootstrap over chains. n = 412 for every estimate.
            """)
        .contains(
            """
            | one line | 0.987 ± 0.004, n = 5 |
            | \\<script\\>alert(1)\\</script\\> | -0.500, n = 40 |

            After ±: the standard deviation over seeds.
            """);
  }

  @Test
  void shouldShowAnEmptyTableAsEmpty() {
    // When
    String text = MarkdownReport.of(Examples.report());

    // Then
    assertThat(text).contains("| A |\n| :-- |\n\nNo rows.\n");
  }

  @Test
  void shouldTakeNoWordsForMarkup() {
    // When
    String text = MarkdownReport.of(Examples.report());

    // Then
    assertThat(text)
        .contains("- \\- Not found: \"x\" \\< y \\& z\n")
        .contains("- 1\\. Labels are \\<b\\>noisy\\</b\\>.\n", "- \\# No heading\n")
        .doesNotContain("<script>", "<b>");
  }

  @Test
  void shouldLeaveOutWhatIsNotThere() {
    // Given
    Section bare = new Section("bare", "Bare", "", "", "", List.of(), List.of(), List.of());
    Report report = new Report("Study", List.of(), Map.of(), "", List.of(bare));

    // When
    String text = MarkdownReport.of(report);

    // Then
    assertThat(text.strip().lines().filter(line -> !line.isEmpty()))
        .containsExactly("# Study", "## How it was made", "## Bare");
  }
}
