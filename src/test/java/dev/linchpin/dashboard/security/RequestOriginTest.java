package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestOriginTest {
  private static final Optional<String> NONE = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "127.0.0.1", "[::1]:8080", "[::1]", "LocalHost"})
  void shouldTakeLoopbackNames(String host) {
    assertThat(new RequestOrigin("http", Optional.of(host), NONE).refusal(true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:8080", ""})
  void shouldRefuseOtherNamesOfThisMachine(String host) {
    RequestOrigin request = new RequestOrigin("http", Optional.of(host), NONE);

    assertThat(request.refusal(true)).contains("Host: expected a loopback name, got " + host);
    assertThat(request.refusal(false)).isEmpty();
  }

  @Test
  void shouldRefuseARequestWithoutAHost() {
    assertThat(new RequestOrigin("http", NONE, NONE).refusal(true))
        .contains("Host: expected a loopback name, got none");
  }

  @Test
  void shouldTakeItsOwnOrigin() {
    assertThat(from("https", "Probe.example", "https://probe.example")).isEmpty();
    assertThat(from("http", "localhost:8080", "http://localhost:8080")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.example",
        "https://localhost:8080",
        "http://localhost",
        "http://localhost:8081",
        "http://localhost:8080.evil.example"
      })
  void shouldRefuseAnotherOrigin(String origin) {
    assertThat(from("http", "localhost:8080", origin))
        .contains(
            "Origin: expected http://localhost:8080, got %s (behind a proxy see quarkus.http.proxy)"
                .formatted(origin));
  }

  private static Optional<String> from(String scheme, String host, String origin) {
    return new RequestOrigin(scheme, Optional.of(host), Optional.of(origin)).refusal(false);
  }
}
