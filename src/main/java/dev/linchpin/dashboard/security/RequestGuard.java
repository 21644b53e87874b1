package dev.linchpin.dashboard.security;

import dev.linchpin.dashboard.http.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Refuses what pages of other sites ask for, before anybody asks who it is. */
@ApplicationScoped
final class RequestGuard {
  private static final Logger LOG = Logger.getLogger(RequestGuard.class);
  // Authentication is at 200.
  private static final int BEFORE_AUTHENTICATION = 1_000;

  private final Access access;

  @Inject
  RequestGuard(Access access) {
    this.access = access;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_AUTHENTICATION);
  }

  private void check(RoutingContext request) {
    Optional<String> refusal =
        isForMachines(request)
            ? Optional.empty()
            : origin(request).refusal(access.setup().isLocal());
    refusal.ifPresentOrElse(detail -> refuse(request, detail), request::next);
  }

  private static RequestOrigin origin(RoutingContext request) {
    return new RequestOrigin(
        request.request().scheme(),
        Optional.ofNullable(request.request().authority()).map(Object::toString),
        Optional.ofNullable(request.request().getHeader(HttpHeaders.ORIGIN)));
  }

  /** Health and metrics are open: no text of a chain is in them. */
  private static boolean isForMachines(RoutingContext request) {
    String path = request.normalizedPath();
    return path.startsWith("/q/health") || path.startsWith("/q/metrics");
  }

  private static void refuse(RoutingContext request, String detail) {
    LOG.debugf("Request refused: path=%s cause=%s", request.normalizedPath(), detail);
    request
        .response()
        .setStatusCode(Status.FORBIDDEN.getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Json.encode(Problem.of(Status.FORBIDDEN, detail, request.normalizedPath())))
        .onFailure(gone -> LOG.debugf("Client is gone: cause=%s", gone.getMessage()));
  }
}
