package dev.linchpin.dashboard.security;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a request says that it comes from and goes to.
 *
 * @param scheme {@code http} or {@code https}, as the browser sees it
 * @param authority value of {@code Host}
 * @param origin value of {@code Origin}, which browsers send with changes and WebSockets
 */
record RequestOrigin(String scheme, Optional<String> authority, Optional<String> origin) {

  /** Why it is refused; empty where it is not. */
  Optional<String> refusal(boolean local) {
    return (local ? foreignHost() : Optional.<String>empty()).or(this::foreignOrigin);
  }

  /** A page of another site whose name was made to point at this machine has its own name here. */
  private Optional<String> foreignHost() {
    return authority.map(HostNames::host).filter(HostNames::isLoopback).isPresent()
        ? Optional.empty()
        : Optional.of("Host: expected a loopback name, got " + authority.orElse("none"));
  }

  private Optional<String> foreignOrigin() {
    String own = scheme + "://" + authority.orElse("");
    return origin
        .filter(from -> !from.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT)))
        .map(
            from ->
                "Origin: expected %s, got %s (behind a proxy see quarkus.http.proxy)"
                    .formatted(own, from));
  }
}
