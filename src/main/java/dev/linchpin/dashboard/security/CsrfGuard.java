package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.http.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses changes that a page of another site may have asked for. */
@ApplicationScoped
final class CsrfGuard {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String LOGIN = "POST " + SessionResource.PATH;

  private final CurrentIdentityAssociation current;
  private final CsrfTokens tokens;

  @Inject
  CsrfGuard(CurrentIdentityAssociation current, CsrfTokens tokens) {
    this.current = current;
    this.tokens = tokens;
  }

  @ServerRequestFilter
  Uni<Response> check(ContainerRequestContext request) {
    if (HARMLESS.contains(request.getMethod())) {
      return Uni.createFrom().nullItem();
    }
    Optional<Response> foreignForm = otherThanJson(request);
    if (foreignForm.isPresent() || isLogin(request)) {
      return Uni.createFrom().item(foreignForm.orElse(null));
    }
    return current.getDeferredIdentity().map(user -> refusal(user, request).orElse(null));
  }

  private Optional<Response> refusal(SecurityIdentity user, ContainerRequestContext request) {
    if (user.isAnonymous()) {
      return Optional.empty();
    }
    String sent = Optional.ofNullable(request.getHeaderString(CsrfTokens.HEADER)).orElse("");
    return tokens
        .of(user)
        .filter(expected -> !Digests.same(expected, sent))
        .map(
            expected ->
                forbidden(
                    request,
                    "%s: expected the csrf of GET %s, got %s"
                        .formatted(
                            CsrfTokens.HEADER,
                            SessionResource.PATH,
                            sent.isEmpty() ? "none" : "another")));
  }

  private static Optional<Response> otherThanJson(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        ? Optional.empty()
        : Optional.of(forbidden(request, "Content-Type: expected application/json, got " + type));
  }

  private static boolean isLogin(ContainerRequestContext request) {
    return LOGIN.equals(request.getMethod() + " " + path(request));
  }

  private static Response forbidden(ContainerRequestContext request, String detail) {
    return Problem.of(Status.FORBIDDEN, detail, path(request)).response();
  }

  private static String path(ContainerRequestContext request) {
    return request.getUriInfo().getRequestUri().getPath();
  }
}
