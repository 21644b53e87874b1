package dev.linchpin.study.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in files and links: lower case and digits with hyphens. */
final class Keys {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Keys() {}

  /** Refuses a key of another form. */
  static void check(String key) {
    if (!FORM.matcher(key).matches()) {
      throw new IllegalArgumentException("expected a key such as error-by-layer, got " + key);
    }
  }

  /** Refuses a key that comes twice. */
  static void requireUnique(String what, List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (String key : keys) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException(
            "expected each key of a %s once, got %s twice".formatted(what, key));
      }
    }
  }
}
