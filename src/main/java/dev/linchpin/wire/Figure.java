package dev.linchpin.wire;

import java.util.OptionalDouble;

/** Figures that may be undefined: null on the wire. */
final class Figure {

  private Figure() {}

  static Double write(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  static OptionalDouble read(Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
