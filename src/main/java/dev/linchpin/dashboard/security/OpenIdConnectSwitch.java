package dev.linchpin.dashboard.security;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;

/**
 * Turns OpenID Connect on where its server is configured, so that one setting is enough. The
 * framework would otherwise ask for a server whenever it is on.
 */
@Priority(Priorities.APPLICATION)
public final class OpenIdConnectSwitch implements ConfigSourceInterceptor {
  private static final String ENABLED = "quarkus.oidc.tenant-enabled";
  private static final String SERVER = "quarkus.oidc.auth-server-url";

  static boolean isOn(SmallRyeConfig config) {
    return config.getOptionalValue(SERVER, String.class).isPresent();
  }

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    if (!name.equals(ENABLED) || value == null) {
      return value;
    }
    ConfigValue server = context.proceed(SERVER);
    boolean on = server != null && server.getValue() != null && !server.getValue().isEmpty();
    return on ? value.withValue("true") : value;
  }
}
