package dev.linchpin.dashboard.alerts;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who makes a request. */
final class Users {
  private Users() {}

  static String name(SecurityContext security) {
    Principal user = security.getUserPrincipal();
    return user == null ? "unknown" : user.getName();
  }
}
