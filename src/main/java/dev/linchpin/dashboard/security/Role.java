package dev.linchpin.dashboard.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user may do. */
enum Role {
  /** See everything. */
  VIEWER(Set.of("viewer")),
  /** Change things, too. */
  OPERATOR(Set.of("viewer", "operator"));

  private final Set<String> names;

  Role(Set<String> names) {
    this.names = names;
  }

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
    return names;
  }
}
