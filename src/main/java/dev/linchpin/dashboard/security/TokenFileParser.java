package dev.linchpin.dashboard.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads lines {@code name role sha256}; empty lines and those that begin with {@code #} say
 * nothing. Faults never repeat what should be a digest: it may be a token.
 */
final class TokenFileParser {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{64}");

  private final List<String> faults = new ArrayList<>();
  private final List<TokenLine> users = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();

  /** Reads all lines. */
  void read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(i + 1, line.split("\\s+"));
      }
    }
    if (users.isEmpty() && faults.isEmpty()) {
      faults.add("expected at least one line `name role sha256`, got none");
    }
  }

  /** All that is wrong, in the file's order. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The users, where nothing is wrong. */
  TokenFile users() {
    return new TokenFile(users);
  }

  private void read(int number, String[] words) {
    if (words.length != 3) {
      fault(number, "expected `name role sha256`, got " + words.length + " words");
      return;
    }
    Optional<Role> role = Role.of(words[1]);
    if (role.isEmpty()) {
      fault(number, "expected the role viewer or operator, got " + words[1]);
    }
    boolean named = isName(number, words[0]);
    boolean digested = isDigest(number, words[2]);
    if (named && digested && role.isPresent()) {
      users.add(new TokenLine(words[0], role.get(), HexFormat.of().parseHex(words[2])));
    }
  }

  private boolean isName(int number, String name) {
    if (!NAME.matcher(name).matches()) {
      fault(number, "expected a name of 1 to 64 letters, digits and ._@-, got " + name);
      return false;
    }
    return isOwn(number, name, "the name " + name);
  }

  private boolean isDigest(int number, String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      fault(number, "expected 64 hexadecimal digits, got " + digest.length() + " characters");
      return false;
    }
    return isOwn(number, Arrays.toString(HexFormat.of().parseHex(digest)), "the token");
  }

  private boolean isOwn(int number, String value, String what) {
    Integer before = taken.putIfAbsent(value, number);
    if (before != null) {
      fault(number, what + " is that of line " + before + ", expected one of its own");
    }
    return before == null;
  }

  private void fault(int number, String text) {
    faults.add("line " + number + ": " + text);
  }
}
