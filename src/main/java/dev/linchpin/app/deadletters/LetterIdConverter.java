package dev.linchpin.app.deadletters;

import dev.linchpin.deadletters.LetterId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 0:17}. */
final class LetterIdConverter implements ITypeConverter<LetterId> {

  @Override
  public LetterId convert(String text) {
    try {
      return LetterId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
