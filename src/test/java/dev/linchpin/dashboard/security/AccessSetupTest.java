package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessSetupTest {
  private static final Optional<Path> NO_FILE = Optional.empty();

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "a.localhost", "::1", "[::1]"})
  void shouldBeOpenToThisMachineAlone(String host) {
    AccessSetup setup = new AccessSetup(host, NO_FILE, false);

    assertThatCode(setup::requireSafe).doesNotThrowAnyException();
    assertThat(setup.isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "192.0.2.1",
        "128.0.0.1",
        "127.0.0.1.example",
        "localhost.example"
      })
  void shouldNotBeOpenToOthers(String host) {
    AccessSetup setup = new AccessSetup(host, NO_FILE, false);

    assertThatThrownBy(setup::requireSafe)
        .isInstanceOf(AccessException.class)
        .hasMessage(
            "expected a loopback address (quarkus.http.host=127.0.0.1), a token file"
                + " (LINCHPIN_DASHBOARD_TOKENS) or OpenID Connect (QUARKUS_OIDC_AUTH_SERVER_URL),"
                + " got quarkus.http.host=%s and neither of the others",
            host);
    assertThat(setup.isLocal()).isFalse();
  }

  @Test
  void shouldBeSafeAnywhereWithALogin() {
    AccessSetup tokens = new AccessSetup("0.0.0.0", Optional.of(Path.of("tokens")), false);
    AccessSetup provider = new AccessSetup("0.0.0.0", NO_FILE, true);

    assertThatCode(tokens::requireSafe).doesNotThrowAnyException();
    assertThatCode(provider::requireSafe).doesNotThrowAnyException();
  }

  @Test
  void shouldAskForALoginAtThisMachineWhereOneIsConfigured() {
    assertThat(new AccessSetup("127.0.0.1", NO_FILE, true).isLocal()).isFalse();
  }
}
