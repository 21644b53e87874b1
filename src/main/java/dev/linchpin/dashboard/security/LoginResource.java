package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.http.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where a browser goes to log in by OpenID Connect, and where the provider sends it back to. The
 * API itself sends nobody to the provider: a page could not follow.
 */
@Path(LoginResource.PATH)
@Tag(name = "Session")
@PermitAll
public class LoginResource {
  static final String PATH = "/api/v1/login";

  private static final URI PAGE = URI.create("/");

  private final Access access;
  private final CurrentIdentityAssociation current;
  private final HttpAuthenticator authenticator;

  @Inject
  LoginResource(
      Access access, CurrentIdentityAssociation current, HttpAuthenticator authenticator) {
    this.access = access;
    this.current = current;
    this.authenticator = authenticator;
  }

  /** To the provider, or to the page where that is done. */
  @GET
  @Operation(summary = "Sends a browser to the provider of OpenID Connect, then to the page")
  public Uni<Response> login(@Context RoutingContext request) {
    return current.getDeferredIdentity().flatMap(user -> next(user, request));
  }

  private Uni<Response> next(SecurityIdentity user, RoutingContext request) {
    if (!user.isAnonymous()) {
      return Uni.createFrom().item(Response.seeOther(PAGE).build());
    }
    if (!access.setup().openIdConnect()) {
      throw ProblemException.notFound("expected OpenID Connect, got a server without it");
    }
    return authenticator.getChallenge(request).map(LoginResource::response);
  }

  private static Response response(ChallengeData challenge) {
    Response.ResponseBuilder response = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
    return response.build();
  }
}
