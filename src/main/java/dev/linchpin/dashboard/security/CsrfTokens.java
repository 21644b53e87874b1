package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a page must send with each change that it asks for, so that no page of another site can ask
 * in its stead. Only requests that a browser authenticates by itself need it.
 */
@ApplicationScoped
final class CsrfTokens {
  static final String HEADER = "X-CSRF-Token";

  private final Access access;
  private final String secret;

  @Inject
  CsrfTokens(Access access) {
    this.access = access;
    this.secret = shared(ConfigProvider.getConfig()).orElseGet(access::randomText);
  }

  /** The token of a user's session; empty for a program, which needs none. */
  Optional<String> of(SecurityIdentity identity) {
    return switch (Identities.way(identity)) {
      case NONE -> Optional.of(ofProcess("local"));
      case TOKEN -> Identities.session(identity).map(access.sessions()::csrf);
      case OIDC ->
          Optional.ofNullable(identity.getCredential(IdTokenCredential.class))
              .map(login -> ofProcess(session(identity)));
    };
  }

  private String ofProcess(String session) {
    return Digests.text(Digests.keyed(Digests.sha256(secret.getBytes(UTF_8)), "csrf." + session));
  }

  /** The login at the provider, or the user where it has no name. */
  private static String session(SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken login) {
      String name = login.<String>claim("sid").orElse("");
      return String.join(" ", login.getIssuer(), login.getSubject(), name);
    }
    return identity.getPrincipal().getName();
  }

  /** What all instances of a server know and no user does. */
  private static Optional<String> shared(Config config) {
    return Stream.of(
            "quarkus.oidc.token-state-manager.encryption-secret",
            "quarkus.oidc.credentials.secret",
            "quarkus.oidc.credentials.client-secret.value")
        .flatMap(name -> config.getOptionalValue(name, String.class).stream())
        .findFirst();
  }
}
