package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 28x3584}: layers and hidden units. */
final class ShapeConverter implements ITypeConverter<CaptureShape> {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,5})");

  @Override
  public CaptureShape convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException("expected LAYERSxHIDDEN such as 28x3584, got " + value);
    }
    return new CaptureShape(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Pooling.MEAN);
  }
}
