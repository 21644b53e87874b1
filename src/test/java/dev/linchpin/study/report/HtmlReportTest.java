package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class HtmlReportTest {

  @Test
  void shouldTellTheWholeStudyInOrder() {
    // When
    Document html = Xml.parsed(HtmlReport.of(Examples.report()));

    // Then
    assertThat(html.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(Xml.texts(html, "h1")).containsExactly("Probes & their *errors*");
    assertThat(Xml.texts(html, "h2"))
        .containsExactly(
            "Contents", "How it was made", "Which probe is best? (paper: Table 1)", "Where is it?");
    assertThat(Xml.texts(html, "dd")).containsExactly("a|b <script>alert(1)</script>", "412");
    assertThat(Xml.texts(html, "pre"))
        .containsExactly("linchpin study --model 'a|b' && echo \"</pre>\"");
    assertThat(Xml.texts(html, "caption"))
        .containsExactly("AUROC by probe", "Error by seed", "Nothing here");
    assertThat(Xml.elements(html, "svg")).hasSize(3);
  }

  @Test
  void shouldHaveATargetForEachLink() {
    // When
    Document html = Xml.parsed(HtmlReport.of(Examples.report()));

    // Then
    List<String> ids = Xml.elements(html, "*").stream().map(e -> e.getAttribute("id")).toList();
    List<String> targets =
        Xml.elements(html, "a").stream().map(e -> e.getAttribute("href").substring(1)).toList();
    assertThat(ids).containsAll(targets);
    assertThat(ids.stream().filter(id -> !id.isEmpty())).doesNotHaveDuplicates();
  }

  @Test
  void shouldSayTheSameInTablesAsMarkdown() {
    // When
    Document html = Xml.parsed(HtmlReport.of(Examples.report()));

    // Then
    assertThat(Xml.texts(html, "td"))
        .containsExactly(
            "12,345", "0.987 (0.981 to 0.992)", "–", "–", "0.987 ± 0.004, n = 5", "-0.500, n = 40");
    assertThat(Xml.ofClass(html, "p", "note").stream().map(Element::getTextContent))
        .containsExactly(
            "In brackets: the 95 % interval, by a bootstrap over chains. n = 412 for every"
                + " estimate.",
            "After ±: the standard deviation over seeds.", "No rows.");
  }

  @Test
  void shouldNameRowsAndColumnsOfTables() {
    // When
    Document html = Xml.parsed(HtmlReport.of(Examples.report()));

    // Then
    assertThat(Xml.elements(html, "th").stream().map(e -> e.getAttribute("scope")))
        .containsOnly("row", "col");
    assertThat(Xml.ofClass(html, "th", "number").stream().map(Element::getTextContent))
        .containsExactly("Weights", "AUROC", "Error");
  }

  @Test
  void shouldRunNoScriptAndAskForNothing() {
    // When
    String text = HtmlReport.of(Examples.report());

    // Then
    assertThat(text).startsWith("<!DOCTYPE html>");
    assertThat(text).doesNotContain("<script", "src=", "@import", "<link", "<b>");
    assertThat(text.replace("http://www.w3.org/", "")).doesNotContain("http");
    assertThat(text).contains("prefers-color-scheme:dark", "name=\"viewport\"");
  }

  @Test
  void shouldLeaveOutWhatIsNotThere() {
    // Given
    Section bare = new Section("bare", "Bare", "", "", "", List.of(), List.of(), List.of());
    Report report = new Report("Study", List.of(), Map.of(), "", List.of(bare));

    // When
    Document html = Xml.parsed(HtmlReport.of(report));

    // Then
    assertThat(Xml.elements(html, "p")).isEmpty();
    assertThat(Xml.elements(html, "ul")).isEmpty();
    assertThat(Xml.elements(html, "pre")).isEmpty();
  }
}
