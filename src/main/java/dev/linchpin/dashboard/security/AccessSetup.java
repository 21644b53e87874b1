package dev.linchpin.dashboard.security;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server is reached and which ways in there are, as configured.
 *
 * @param host address that the server is bound to
 * @param tokens token file
 * @param openIdConnect whether a provider of OpenID Connect is configured
 */
public record AccessSetup(String host, Optional<Path> tokens, boolean openIdConnect) {

  /**
   * Passes unless others on the network could do anything without a login.
   *
   * @throws AccessException when they could
   */
  public void requireSafe() {
    if (!HostNames.isLoopback(host) && !asksForLogin()) {
      throw new AccessException(
          "expected a loopback address (quarkus.http.host=127.0.0.1), a token file"
              + " (LINCHPIN_DASHBOARD_TOKENS) or OpenID Connect (QUARKUS_OIDC_AUTH_SERVER_URL), got"
              + " quarkus.http.host="
              + host
              + " and neither of the others");
    }
  }

  /** Whether somebody at this machine may do everything without a login. */
  boolean isLocal() {
    return HostNames.isLoopback(host) && !asksForLogin();
  }

  private boolean asksForLogin() {
    return tokens.isPresent() || openIdConnect;
  }
}
