package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FailedLoginsTest {
  private static final String ADDRESS = "192.0.2.1";

  private Instant now = Instant.parse("2026-11-26T08:00:00Z");
  private final FailedLogins logins = new FailedLogins(() -> now);

  @Test
  void shouldLetAnAddressWaitThatFailedTooOften() {
    for (int i = 0; i < FailedLogins.MOST; i++) {
      assertThat(logins.wait(ADDRESS)).isEmpty();
      logins.add(ADDRESS);
      now = now.plusSeconds(1);
    }

    assertThat(logins.wait(ADDRESS)).contains(Duration.ofSeconds(50));
    assertThat(logins.wait("192.0.2.2")).isEmpty();
    now = now.plusSeconds(50);
    assertThat(logins.wait(ADDRESS)).isEmpty();
    logins.add(ADDRESS);
    assertThat(logins.wait(ADDRESS)).isEmpty();
  }

  @Test
  void shouldRememberABoundedNumberOfAddresses() {
    for (int i = 0; i < FailedLogins.MOST; i++) {
      logins.add(ADDRESS);
    }

    for (int i = 0; i < 5_000; i++) {
      logins.add("192.0.3." + i);
    }

    assertThat(logins.wait(ADDRESS)).isEmpty();
  }
}
