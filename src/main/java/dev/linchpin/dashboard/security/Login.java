package dev.linchpin.dashboard.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Says who sent a request: by its token, else by its cookie, else nobody knows. A request with a
 * token is never taken for a browser's. What is not known here is left to OpenID Connect.
 */
@ApplicationScoped
final class Login implements HttpAuthenticationMechanism {
  private static final Logger LOG = Logger.getLogger(Login.class);
  private static final String BEARER = "Bearer ";

  private final Access access;

  @Inject
  Login(Access access) {
    this.access = access;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    if (access.setup().isLocal()) {
      return Uni.createFrom().item(Identities.local());
    }
    Optional<String> token = bearer(request);
    return token.isPresent() ? program(request, token.get()) : browser(request);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return access.tokens().isConfigured() && !access.setup().openIdConnect()
        ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
        : Uni.createFrom().nullItem();
  }

  /** Before OpenID Connect. */
  @Override
  public int getPriority() {
    return 2 * DEFAULT_PRIORITY;
  }

  private Uni<SecurityIdentity> program(RoutingContext request, String token) {
    Optional<TokenLine> user = access.tokens().current().owner(token);
    if (user.isPresent()) {
      return Uni.createFrom().item(Identities.program(user.get()));
    }
    if (access.setup().openIdConnect()) {
      return Uni.createFrom().nullItem();
    }
    tell(request.request().remoteAddress().hostAddress());
    return Uni.createFrom().failure(new AuthenticationFailedException("the token is not known"));
  }

  /** As often as an address may try to log in, and no more. */
  private void tell(String address) {
    FailedLogins failed = access.failedPrograms();
    if (failed.wait(address).isEmpty()) {
      failed.add(address);
      LOG.warnf("Token refused: address=%s", address);
    }
  }

  private Uni<SecurityIdentity> browser(RoutingContext request) {
    Sessions sessions = access.sessions();
    return Uni.createFrom()
        .optional(
            SessionCookie.of(request)
                .flatMap(text -> sessions.read(text, access.tokens().current()))
                .map(
                    known -> {
                      sessions
                          .renewed(known)
                          .ifPresent(fresh -> SessionCookie.set(request, sessions.sign(fresh)));
                      return Identities.browser(known);
                    }));
  }

  private static Optional<String> bearer(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
