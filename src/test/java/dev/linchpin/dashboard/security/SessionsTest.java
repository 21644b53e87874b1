package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.dashboard.security.Sessions.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final TokenLine ADA = Tokens.user("ada@example.org", Role.OPERATOR, Tokens.ADA);
  private static final TokenLine BOB = Tokens.user("bob", Role.VIEWER, Tokens.BOB);
  private static final TokenFile FILE = new TokenFile(List.of(BOB, ADA));

  private Instant now = Instant.parse("2026-11-26T08:00:00Z");
  private int ids;
  private final Sessions sessions = new Sessions(() -> now, () -> "id" + ids++);

  @Test
  void shouldBeKnownToEveryServerWithTheSameFile() {
    Known begun = sessions.begin(ADA);
    String cookie = sessions.sign(begun);
    Sessions elsewhere = new Sessions(() -> now, () -> "other");

    assertThat(elsewhere.read(cookie, FILE)).contains(begun);
    assertThat(elsewhere.csrf(begun)).isEqualTo(sessions.csrf(begun));
    assertThat(cookie).matches("[A-Za-z0-9._-]+");
  }

  @Test
  void shouldEndWithItsLine() {
    String cookie = sessions.sign(sessions.begin(ADA));

    assertThat(sessions.read(cookie, new TokenFile(List.of(BOB)))).isEmpty();
    assertThat(sessions.read(cookie, with(ADA.name(), Role.OPERATOR, Tokens.BOB))).isEmpty();
    assertThat(sessions.read(cookie, with(ADA.name(), Role.VIEWER, Tokens.ADA))).isEmpty();
    assertThat(sessions.read(cookie, with("eve", Role.OPERATOR, Tokens.ADA))).isEmpty();
  }

  @Test
  void shouldRefuseWhatItDidNotSign() {
    String cookie = sessions.sign(sessions.begin(BOB));
    String[] parts = cookie.split("\\.");

    assertThat(sessions.read(cookie.substring(0, cookie.length() - 1), FILE)).isEmpty();
    for (int part = 0; part < parts.length; part++) {
      String[] forged = parts.clone();
      forged[part] = part == 1 ? "YWRhQGV4YW1wbGUub3Jn" : forged[part] + "1";
      assertThat(sessions.read(String.join(".", forged), FILE)).isEmpty();
    }
    assertThat(sessions.read("", FILE)).isEmpty();
    assertThat(sessions.read(".....", FILE)).isEmpty();
    assertThat(sessions.read("1.Ym9i.x.y.z." + parts[5], FILE)).isEmpty();
  }

  @Test
  void shouldEndWhenNothingIsAskedFor() {
    String cookie = sessions.sign(sessions.begin(ADA));

    now = now.plus(Session.IDLE).minusSeconds(1);
    assertThat(sessions.read(cookie, FILE)).isPresent();

    now = now.plusSeconds(1);
    assertThat(sessions.read(cookie, FILE)).isEmpty();
  }

  @Test
  void shouldEndAtLastHoweverOftenItIsRenewed() {
    Instant end = now.plus(Session.LONGEST);
    Known known = sessions.begin(ADA);
    String csrf = sessions.csrf(known);

    while (now.plus(Duration.ofHours(1)).isBefore(end)) {
      now = now.plus(Duration.ofHours(1));
      known = sessions.renewed(known).orElseThrow();
    }
    String cookie = sessions.sign(known);
    assertThat(sessions.read(cookie, FILE)).contains(known);
    assertThat(sessions.csrf(known)).isEqualTo(csrf);

    now = end;
    assertThat(sessions.read(cookie, FILE)).isEmpty();
  }

  @Test
  void shouldNotRenewACookieThatIsFresh() {
    Known known = sessions.begin(ADA);

    now = now.plusSeconds(299);
    assertThat(sessions.renewed(known)).isEmpty();

    now = now.plusSeconds(1);
    assertThat(sessions.renewed(known)).map(Known::session).map(Session::renewed).contains(now);
  }

  @Test
  void shouldBeOverWhereItWasLoggedOut() {
    Known known = sessions.begin(ADA);
    now = now.plusSeconds(600);
    String renewed = sessions.sign(sessions.renewed(known).orElseThrow());

    sessions.end(known.session());

    assertThat(sessions.read(sessions.sign(known), FILE)).isEmpty();
    assertThat(sessions.read(renewed, FILE)).isEmpty();
    assertThat(sessions.read(sessions.sign(sessions.begin(ADA)), FILE)).isPresent();
  }

  @Test
  void shouldGiveEachSessionACsrfTokenOfItsOwn() {
    Known first = sessions.begin(ADA);
    Known second = sessions.begin(ADA);

    assertThat(sessions.csrf(first)).hasSize(43).isNotEqualTo(sessions.csrf(second));
    assertThat(sessions.sign(first)).doesNotContain(sessions.csrf(first));
  }

  @Test
  void shouldRememberABoundedNumberOfLogouts() {
    Known first = sessions.begin(ADA);
    sessions.end(first.session());

    for (int i = 0; i < 10_000; i++) {
      sessions.end(sessions.begin(ADA).session());
    }

    assertThat(sessions.read(sessions.sign(first), FILE)).isPresent();
  }

  private static TokenFile with(String name, Role role, String token) {
    return new TokenFile(List.of(Tokens.user(name, role, token)));
  }
}
