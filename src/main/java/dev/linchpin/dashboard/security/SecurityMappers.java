package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.http.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A refusal becomes a problem. One that a login would lift says which logins there are by its type:
 * {@code urn:linchpin:login:token}, {@code urn:linchpin:login:oidc} (to be begun at {@link
 * LoginResource}) or {@code urn:linchpin:login:token-or-oidc}.
 */
@ApplicationScoped
final class SecurityMappers {
  private static final String LOGIN = "urn:linchpin:login:";

  private final Access access;

  @Inject
  SecurityMappers(Access access) {
    this.access = access;
  }

  @ServerExceptionMapper
  Response unknown(UnauthorizedException fault, UriInfo request) {
    return unauthorized("expected a login, got none, or one that is over", request);
  }

  @ServerExceptionMapper
  Response failed(AuthenticationFailedException fault, UriInfo request) {
    return unauthorized("expected a login that is known here and not over, got another", request);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException fault, UriInfo request) {
    return Problem.of(
            Status.FORBIDDEN, "expected a user whose role allows it, got another", path(request))
        .response();
  }

  private Response unauthorized(String detail, UriInfo request) {
    Response problem =
        Problem.of(LOGIN + ways(), Status.UNAUTHORIZED, detail, path(request)).response();
    return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  private String ways() {
    boolean tokens = access.tokens().isConfigured();
    boolean oidc = access.setup().openIdConnect();
    return tokens && oidc ? "token-or-oidc" : oidc ? "oidc" : "token";
  }

  private static String path(UriInfo request) {
    return request.getRequestUri().getPath();
  }
}
