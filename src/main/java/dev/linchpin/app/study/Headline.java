package dev.linchpin.app.study;

import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The figures that a hurried reader wants, picked from the findings. */
final class Headline {
  private Headline() {}

  /**
   * A line of the headline.
   *
   * @param figure what it is
   * @param table key of the table that has it
   * @param column key of its column
   * @param words what else stands in its row, in any order
   */
  private record Line(String figure, String table, String column, Set<String> words) {}

  private static List<Line> lines(int units) {
    String mlp = "MLP " + units;
    String layerwise = "layerwise " + mlp;
    return List.of(
        core("core by influence, share of the prefix", "influence"),
        core("core in random order", "random"),
        told("probe on activations, balanced accuracy", "activations in the chain", layerwise),
        told("on the step alone", "activations of the step alone", layerwise),
        told("on TF-IDF of its text", "TF-IDF", mlp),
        told("on surface features", "surface features", mlp),
        told("on its token log-probabilities", "token log-probabilities", mlp),
        line("on an untrained model's activations", "cross-model", "balancedAccuracy", "untrained"),
        truth("AUROC of activations against the true graph", "activations in the chain"),
        truth("AUROC of TF-IDF against the true graph", "TF-IDF"),
        line("tokens in steps flagged removable", "alarm", "tokens", "steps flagged removable"),
        line("right without these steps", "alarm", "right", "steps flagged removable"),
        line("right without as many at random", "alarm", "right", "as many steps at random"));
  }

  private static Line core(String figure, String order) {
    return line(figure, "core-size", "coreShare", order, "mean perplexity");
  }

  private static Line told(String figure, String features, String classifier) {
    return line(figure, "activations-against-text", "balancedAccuracy", features, classifier);
  }

  private static Line truth(String figure, String features) {
    return line(figure, "truth-scores", "auroc", features);
  }

  private static Line line(String figure, String table, String column, String... words) {
    return new Line(figure, table, column, Set.of(words));
  }

  /**
   * The section that goes first.
   *
   * @param units width of the standard probe
   */
  static Section of(List<Section> findings, Set<String> models, int units) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("figure", "figure"));
    models.forEach(model -> columns.add(new Column(model, model, 3)));
    columns.add(Column.words("paper", "paper, on its own models"));
    List<Table> tables = findings.stream().flatMap(s -> s.tables().stream()).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines(units)) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(line.figure()));
      models.forEach(model -> row.add(cell(tables, line, model, line.column())));
      row.add(cell(tables, line, models.iterator().next(), "paper"));
      rows.add(row);
    }
    return new Section(
        "headline",
        "The figures in short",
        "",
        "One line for each finding; every figure stands below with what it was measured on.",
        "The paper's values were measured on other models, of 1.5 to 20 billion parameters.",
        List.of(new Table("headline", "The figures in short", columns, rows)),
        List.of(),
        List.of());
  }

  private static Cell cell(List<Table> tables, Line line, String model, String column) {
    return tables.stream()
        .filter(table -> table.key().equals(line.table()))
        .flatMap(table -> row(table, line, model).map(row -> at(table, row, column)).stream())
        .findFirst()
        .orElse(Cell.nothing());
  }

  private static Optional<List<Cell>> row(Table table, Line line, String model) {
    Predicate<List<Cell>> matches =
        row ->
            row.contains(Cell.words(model))
                && line.words().stream().allMatch(word -> row.contains(Cell.words(word)));
    return table.rows().stream().filter(matches).findFirst();
  }

  private static Cell at(Table table, List<Cell> row, String column) {
    for (int i = 0; i < row.size(); i++) {
      if (table.columns().get(i).key().equals(column)) {
        return row.get(i);
      }
    }
    return Cell.nothing();
  }
}
