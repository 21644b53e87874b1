package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sessions as signed text, which is all that is kept of them. Every server with the same line of a
 * token file reads what another one signed; without the line, or with another token in it, nobody
 * does. What a session that was logged out signed is refused by the server that was told.
 */
final class Sessions {
  private static final String FORM = "1";
  private static final int PARTS = 6;

  private final InstantSource clock;
  private final Supplier<String> ids;
  private final LoggedOut loggedOut;

  /** A session and whose it is. */
  record Known(Session session, TokenLine user) {}

  /**
   * Sessions from now on.
   *
   * @param ids random, at least 128 bits each, without a dot
   */
  Sessions(InstantSource clock, Supplier<String> ids) {
    this.clock = clock;
    this.ids = ids;
    this.loggedOut = new LoggedOut(clock);
  }

  /** A new session. */
  Known begin(TokenLine user) {
    Instant now = now();
    return new Known(new Session(ids.get(), user.name(), now, now), user);
  }

  /** The text of a session, for its cookie. */
  String sign(Known known) {
    String content = content(known.session());
    return content + "." + signature(known.user(), content);
  }

  /** The session of a text; empty where it is no session, over, logged out, or its line is gone. */
  Optional<Known> read(String text, TokenFile file) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS || !parts[0].equals(FORM)) {
      return Optional.empty();
    }
    return file.lines().stream()
        .filter(user -> encoded(user.name()).equals(parts[1]))
        .filter(
            user ->
                Digests.same(signature(user, text.substring(0, text.lastIndexOf('.'))), parts[5]))
        .map(user -> new Known(session(user, parts), user))
        .filter(known -> !known.session().isOver(clock.instant()))
        .filter(known -> !loggedOut.contains(known.session()))
        .findFirst();
  }

  /** The session with its cookie renewed; empty where that is not needed yet. */
  Optional<Known> renewed(Known known) {
    return Optional.of(known)
        .filter(it -> it.session().isStale(clock.instant()))
        .map(it -> new Known(it.session().renewed(now()), it.user()));
  }

  /** What a page must send with each change that it asks for in this session. */
  String csrf(Known known) {
    return Digests.text(Digests.keyed(key(known.user()), "csrf." + known.session().id()));
  }

  /** Ends a session here. */
  void end(Session session) {
    loggedOut.add(session);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String content(Session session) {
    return String.join(
        ".",
        FORM,
        encoded(session.user()),
        session.id(),
        Long.toString(session.since().getEpochSecond()),
        Long.toString(session.renewed().getEpochSecond()));
  }

  /** Of parts whose signature is right. */
  private static Session session(TokenLine user, String[] parts) {
    return new Session(
        parts[2],
        user.name(),
        Instant.ofEpochSecond(Long.parseLong(parts[3])),
        Instant.ofEpochSecond(Long.parseLong(parts[4])));
  }

  private static String signature(TokenLine user, String content) {
    return Digests.text(Digests.keyed(key(user), "session." + content));
  }

  private static byte[] key(TokenLine user) {
    return Digests.keyed(
        user.digest(), "linchpin session of " + user.name() + " as " + user.role().text());
  }

  private static String encoded(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
  }
}
