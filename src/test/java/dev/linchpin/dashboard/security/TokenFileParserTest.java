package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenFileParserTest {
  private static final String DIGEST = Tokens.digest(Tokens.ADA);

  private final TokenFileParser parser = new TokenFileParser();

  @Test
  void shouldReadUsersAndPassOverComments() {
    parser.read(
        List.of(
            "# who", "", " ada\toperator  " + DIGEST, Tokens.line("bob", "viewer", Tokens.BOB)));

    assertThat(parser.faults()).isEmpty();
    TokenFile file = parser.users();
    assertThat(file.owner(Tokens.ADA)).map(TokenLine::name).contains("ada");
    assertThat(file.owner(Tokens.ADA)).map(TokenLine::role).contains(Role.OPERATOR);
    assertThat(file.owner(Tokens.BOB)).map(TokenLine::role).contains(Role.VIEWER);
    assertThat(file.owner("nobody's token, however long it is")).isEmpty();
  }

  @Test
  void shouldReportEveryFaultAtOnceWithoutRepeatingWhatMayBeAToken() {
    parser.read(
        List.of(
            "ada operator " + Tokens.ADA.substring(1),
            "ada",
            "bob admin " + DIGEST,
            "b/b viewer " + Tokens.digest("x"),
            "cyd viewer " + DIGEST,
            "eve viewer " + Tokens.digest("e"),
            "eve viewer " + Tokens.digest("f")));

    assertThat(parser.faults())
        .containsExactly(
            "line 1: expected 64 hexadecimal digits, got 63 characters",
            "line 2: expected `name role sha256`, got 1 words",
            "line 3: expected the role viewer or operator, got admin",
            "line 4: expected a name of 1 to 64 letters, digits and ._@-, got b/b",
            "line 5: the token is that of line 3, expected one of its own",
            "line 7: the name eve is that of line 6, expected one of its own");
  }

  @Test
  void shouldExpectAUser() {
    parser.read(List.of("# nobody"));

    assertThat(parser.faults())
        .containsExactly("expected at least one line `name role sha256`, got none");
  }

  @Test
  void shouldNotTakeATokenThatCanBeGuessed() {
    parser.read(
        List.of(Tokens.line("ada", "operator", ""), Tokens.line("bob", "viewer", "letmein")));

    assertThat(parser.users().owner("")).isEmpty();
    assertThat(parser.users().owner("letmein")).isEmpty();
  }
}
