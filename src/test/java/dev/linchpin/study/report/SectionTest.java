package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SectionTest {
  private static Section section(String model, String... remarks) {
    Table table =
        new Table(
            "sizes",
            "Sizes",
            List.of(Column.words("model", "model")),
            List.of(List.of(Cell.words(model))));
    Plot plot = new Plot.Bars("sizes-" + model, model, "size", List.of(), List.of(), Double.NaN);
    return new Section(
        "size",
        "How large",
        "Table 9",
        "How large is it?",
        model + ": large",
        List.of(table),
        List.of(plot),
        List.of(remarks));
  }

  @Test
  void shouldJoinWhatSeveralModelsShow() {
    Section joined = Section.joined(List.of(section("a", "one", "two"), section("b", "two")));

    assertThat(joined.answer()).isEqualTo("a: large; b: large.");
    assertThat(joined.tables()).hasSize(1);
    assertThat(joined.tables().get(0).rows())
        .containsExactly(List.of(Cell.words("a")), List.of(Cell.words("b")));
    assertThat(joined.plots()).extracting(Plot::key).containsExactly("sizes-a", "sizes-b");
    assertThat(joined.remarks()).containsExactly("one", "two");
    assertThat(joined.source()).isEqualTo("Table 9");
  }
}
