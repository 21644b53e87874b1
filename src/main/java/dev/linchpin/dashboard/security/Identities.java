package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.security.Sessions.Known;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** Users as the framework knows them. */
final class Identities {
  private static final String WAY = "linchpin.way";
  private static final String SESSION = "linchpin.session";
  // Streams that are open are closed then.
  private static final String EXPIRY = "quarkus.identity.expire-time";

  private Identities() {}

  /** Who is at this machine, where nothing is configured. */
  static SecurityIdentity local() {
    return identity("local", Role.OPERATOR, Way.NONE).build();
  }

  /** A program that sent its token. */
  static SecurityIdentity program(TokenLine user) {
    return identity(user.name(), user.role(), Way.TOKEN).build();
  }

  /** A browser that logged in by token. */
  static SecurityIdentity browser(Known known) {
    return identity(known.user().name(), known.user().role(), Way.TOKEN)
        .addAttribute(SESSION, known)
        .addAttribute(EXPIRY, known.session().end().getEpochSecond())
        .build();
  }

  /** How a user came in. */
  static Way way(SecurityIdentity identity) {
    Way way = identity.getAttribute(WAY);
    return way == null ? Way.OIDC : way;
  }

  /** The session of a browser that logged in by token. */
  static Optional<Known> session(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(SESSION));
  }

  private static QuarkusSecurityIdentity.Builder identity(String name, Role role, Way way) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(role.names())
        .addAttribute(WAY, way);
  }
}
