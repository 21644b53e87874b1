package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Tokens of made-up users. */
final class Tokens {
  static final String ADA = "a".repeat(64);
  static final String BOB = "b".repeat(64);

  private Tokens() {}

  static String digest(String token) {
    return HexFormat.of().formatHex(Digests.sha256(token.getBytes(UTF_8)));
  }

  static String line(String name, String role, String token) {
    return name + " " + role + " " + digest(token);
  }

  static TokenLine user(String name, Role role, String token) {
    return new TokenLine(name, role, Digests.sha256(token.getBytes(UTF_8)));
  }
}
