package dev.linchpin.dashboard.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The cookie in which a browser keeps its session. */
final class SessionCookie {
  static final String NAME = "linchpin_session";

  private SessionCookie() {}

  /** What a request brought. */
  static Optional<String> of(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(NAME)).map(Cookie::getValue);
  }

  /** Gives the browser one. */
  static void set(RoutingContext request, String text) {
    put(request, text, Session.IDLE.toSeconds());
  }

  /** Takes it away. */
  static void clear(RoutingContext request) {
    put(request, "", 0);
  }

  private static void put(RoutingContext request, String text, long maxAgeSeconds) {
    request
        .response()
        .addCookie(
            Cookie.cookie(NAME, text)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure("https".equals(request.request().scheme()))
                .setMaxAge(maxAgeSeconds));
  }
}
