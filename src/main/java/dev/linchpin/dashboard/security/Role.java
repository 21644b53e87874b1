package dev.linchpin.dashboard.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user may do. */
enum Role {
  /** Sees everything. */
  VIEWER,
  /** Changes things, too. */
  OPERATOR;

  /** The role of a name; empty where there is none. */
  static Optional<Role> of(String name) {
    return Arrays.stream(values()).filter(role -> role.text().equals(name)).findFirst();
  }

  /** Its name, as in a token file. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of the roles that it includes. */
  Set<String> names() {
    return switch (this) {
      case VIEWER -> Set.of(VIEWER.text());
      case OPERATOR -> Set.of(VIEWER.text(), OPERATOR.text());
    };
  }
}
