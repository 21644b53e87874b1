package dev.linchpin.dashboard.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Parameters of requests. An empty one counts as missing; a wrong one is a problem with 400. */
public final class Params {
  private Params() {}

  /** A text. */
  public static Optional<String> text(Optional<String> given) {
    return given.filter(value -> !value.isBlank());
  }

  /** One of a closed set, by its name. */
  public static <E extends Enum<E>> Optional<E> oneOf(
      String name, Optional<String> given, Class<E> type) {
    return text(given).map(value -> constant(name, value, type));
  }

  /** A number in [least, most]. */
  public static OptionalDouble number(
      String name, Optional<String> given, double least, double most) {
    Optional<String> value = text(given);
    return value.isPresent()
        ? OptionalDouble.of(inRange(name, value.get(), least, most))
        : OptionalDouble.empty();
  }

  /** A whole number in [least, most]; {@code otherwise} where it is missing. */
  public static int whole(String name, Optional<String> given, int least, int most, int otherwise) {
    return text(given)
        .map(value -> Math.toIntExact(Math.round(inRange(name, value, least, most))))
        .orElse(otherwise);
  }

  /** Whole numbers with commas between them, at least one. */
  public static Optional<List<Integer>> wholes(String name, Optional<String> given) {
    return text(given).map(value -> numbers(name, value));
  }

  private static List<Integer> numbers(String name, String value) {
    try {
      return Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw wrong(name, "whole numbers with commas between them", value);
    }
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(
            () -> wrong(name, "one of " + Arrays.toString(type.getEnumConstants()), value));
  }

  private static double inRange(String name, String value, double least, double most) {
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw wrong(name, "a number from %s to %s".formatted(least, most), value);
  }

  private static ProblemException wrong(String name, String expected, String value) {
    return ProblemException.badRequest("%s: expected %s, got %s".formatted(name, expected, value));
  }
}
