package dev.linchpin.dashboard.security;

import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The ways in, as the process was configured when it started, and the sessions by them. */
@ApplicationScoped
public class Access {
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final AccessSetup setup = setup(ConfigProvider.getConfig());
  private final TokenStore tokens = new TokenStore(setup.tokens());
  private final Sessions sessions = new Sessions(Clock.systemUTC(), this::randomText);
  private final FailedLogins failedLogins = new FailedLogins(Clock.systemUTC());
  private final FailedLogins failedPrograms = new FailedLogins(Clock.systemUTC());

  /**
   * Passes when the server may serve; to be called before it does.
   *
   * @throws AccessException when others on the network could do anything without a login, or with
   *     every fault of the token file
   */
  public void check() {
    setup.requireSafe();
    tokens.check();
  }

  AccessSetup setup() {
    return setup;
  }

  TokenStore tokens() {
    return tokens;
  }

  Sessions sessions() {
    return sessions;
  }

  FailedLogins failedLogins() {
    return failedLogins;
  }

  /** Kept apart, so that a program with an old token keeps no person out. */
  FailedLogins failedPrograms() {
    return failedPrograms;
  }

  /** 128 random bits. */
  final String randomText() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Digests.text(bytes);
  }

  private static AccessSetup setup(Config config) {
    return new AccessSetup(
        config.getValue("quarkus.http.host", String.class),
        config.getOptionalValue("linchpin.dashboard.tokens", Path.class),
        OpenIdConnectSwitch.isOn(config.unwrap(SmallRyeConfig.class)));
  }
}
