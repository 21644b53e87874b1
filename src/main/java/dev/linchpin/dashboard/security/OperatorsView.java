package dev.linchpin.dashboard.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom a provider of OpenID Connect calls an operator is a viewer as well. */
@ApplicationScoped
final class OperatorsView implements SecurityIdentityAugmentor {
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.hasRole(Role.OPERATOR.text())
                ? QuarkusSecurityIdentity.builder(identity).addRoles(Role.OPERATOR.names()).build()
                : identity);
  }
}
