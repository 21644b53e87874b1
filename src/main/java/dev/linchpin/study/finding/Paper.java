package dev.linchpin.study.finding;

import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Column;
import java.util.Locale;

/**
 * What arXiv 2604.18307 (version 1) measured, on five models of 1.5 to 20 billion parameters and
 * two sets of problems: the least and the most of all. Its accuracy is on as many important as
 * removable steps, so that our balanced accuracy stands beside it.
 */
final class Paper {
  private Paper() {}

  /** The column of the paper's own figures. */
  static Column column() {
    return Column.words("paper", "paper, on its own models");
  }

  /** Printed in the paper. */
  static Cell printed(double least, double most) {
    return Cell.words(Wording.text(least) + " to " + Wording.text(most));
  }

  /** Read off a plot, to about 0.01. */
  static Cell readOff(double least, double most) {
    return Cell.words(String.format(Locale.ROOT, "about %.2f to %.2f", least, most));
  }

  /** Not in the paper. */
  static Cell none() {
    return Cell.nothing();
  }
}
