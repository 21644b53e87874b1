package dev.linchpin.dashboard.chain;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Who asks, so that another instance can be asked in the same name.
 *
 * @param authorization the header, where there is one
 * @param cookie the header, where there is one
 */
record Caller(Optional<String> authorization, Optional<String> cookie) {
  static Caller of(HttpHeaders headers) {
    return new Caller(
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION)),
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.COOKIE)));
  }

  void sign(HttpRequest.Builder request) {
    authorization.ifPresent(value -> request.header(HttpHeaders.AUTHORIZATION, value));
    cookie.ifPresent(value -> request.header(HttpHeaders.COOKIE, value));
  }
}
