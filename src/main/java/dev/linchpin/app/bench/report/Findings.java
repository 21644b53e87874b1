package dev.linchpin.app.bench.report;

import dev.linchpin.app.cluster.Bar;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a measurement found.
 *
 * @param bars what had to be reached
 * @param tables the figures
 * @param notes what has to be known to read them
 */
public record Findings(List<Bar> bars, List<Table> tables, List<String> notes) {
  /** Nothing yet. */
  public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  public Findings {
    bars = List.copyOf(bars);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** These and others. */
  public Findings and(Findings more) {
    return new Findings(
        joined(bars, more.bars), joined(tables, more.tables), joined(notes, more.notes));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
