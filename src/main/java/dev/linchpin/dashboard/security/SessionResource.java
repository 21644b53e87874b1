package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.http.Problem;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.dashboard.http.TextDisplay;
import dev.linchpin.dashboard.security.Sessions.Known;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Who is logged in, and the way in and out by token. */
@Path(SessionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
@Authenticated
public class SessionResource {
  static final String PATH = "/api/v1/session";

  private static final Logger LOG = Logger.getLogger(SessionResource.class);

  private final Access access;
  private final CsrfTokens csrf;
  private final TextDisplay text;

  /**
   * What a person logs in with.
   *
   * @param token of the token file
   */
  public record Credentials(String token) {}

  @Inject
  SessionResource(Access access, CsrfTokens csrf, TextDisplay text) {
    this.access = access;
    this.csrf = csrf;
    this.text = text;
  }

  /** Who asks. */
  @GET
  @Operation(summary = "Who is logged in, and how")
  public SessionView session(@Context SecurityIdentity user) {
    return new SessionView(
        user.getPrincipal().getName(),
        roles(user),
        csrf.of(user),
        Identities.way(user).name().toLowerCase(Locale.ROOT),
        text.isWithheld(),
        ConfigProvider.getConfig().getValue("quarkus.application.version", String.class));
  }

  /** Logs a browser in by token. */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Logs a browser in by token")
  public Response login(Credentials credentials, @Context RoutingContext request) {
    requireTokens();
    String address = request.request().remoteAddress().hostAddress();
    Optional<Duration> wait = access.failedLogins().wait(address);
    if (wait.isPresent()) {
      return tooMany(address, wait.get());
    }
    Optional<Known> known = begin(credentials);
    if (known.isEmpty()) {
      return failed(address);
    }
    SessionCookie.set(request, access.sessions().sign(known.get()));
    return Response.noContent().build();
  }

  /** Logs a browser out. */
  @DELETE
  @Operation(summary = "Logs a browser out")
  public Uni<Void> logout(
      @Context SecurityIdentity user, @Context OidcSession oidc, @Context RoutingContext request) {
    Identities.session(user).ifPresent(known -> access.sessions().end(known.session()));
    SessionCookie.clear(request);
    return Identities.way(user) == Way.OIDC ? oidc.logout() : Uni.createFrom().voidItem();
  }

  private void requireTokens() {
    if (!access.tokens().isConfigured()) {
      throw ProblemException.conflict("expected a login by token, got a server without tokens");
    }
  }

  private Optional<Known> begin(Credentials credentials) {
    return Optional.ofNullable(credentials)
        .map(Credentials::token)
        .flatMap(access.tokens().current()::owner)
        .map(access.sessions()::begin);
  }

  private Response failed(String address) {
    access.failedLogins().add(address);
    return refused(Status.UNAUTHORIZED, "expected a token of the token file, got another", address);
  }

  private static Response tooMany(String address, Duration wait) {
    String detail =
        "expected at most %d failed logins within %d s, got more"
            .formatted(FailedLogins.MOST, FailedLogins.WINDOW.toSeconds());
    return Response.fromResponse(refused(Status.TOO_MANY_REQUESTS, detail, address))
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
        .build();
  }

  private static Response refused(Status status, String detail, String address) {
    LOG.warnf("Login refused: address=%s status=%d", address, status.getStatusCode());
    return Problem.of(status, detail, PATH).response();
  }

  private static List<String> roles(SecurityIdentity user) {
    return Role.OPERATOR.names().stream().filter(user::hasRole).sorted().toList();
  }
}
