package dev.linchpin.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A half-open range of token positions, from 0.
 *
 * @param start first position
 * @param end position after the last
 */
record Span(int start, int end) {

  /** Reads {@code 12:20}. */
  static final class Converter implements ITypeConverter<Span> {

    @Override
    public Span convert(String text) {
      String[] bounds = text.split(":", -1);
      try {
        if (bounds.length == 2) {
          return new Span(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
        }
      } catch (NumberFormatException e) {
        throw fault(text);
      }
      throw fault(text);
    }

    private static TypeConversionException fault(String text) {
      return new TypeConversionException("expected START:END, got '" + text + "'");
    }
  }
}
