package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * What a token file says.
 *
 * @param lines its users
 */
record TokenFile(List<TokenLine> lines) {
  /** Nobody. */
  static final TokenFile NONE = new TokenFile(List.of());

  // 22 characters of base64 are 132 bits.
  private static final int FEWEST_CHARACTERS = 22;

  TokenFile {
    lines = List.copyOf(lines);
  }

  /** The user whose token it is. Takes as long whichever it is, and if it is none. */
  Optional<TokenLine> owner(String token) {
    byte[] digest = Digests.sha256(token.getBytes(UTF_8));
    TokenLine owner = null;
    for (TokenLine line : lines) {
      if (MessageDigest.isEqual(digest, line.digest())) {
        owner = line;
      }
    }
    return Optional.ofNullable(owner).filter(line -> token.length() >= FEWEST_CHARACTERS);
  }

  /** The user of a name. */
  Optional<TokenLine> named(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst();
  }
}
