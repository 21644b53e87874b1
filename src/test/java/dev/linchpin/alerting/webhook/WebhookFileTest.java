package dev.linchpin.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.wire.Incident.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookFileTest {
  @TempDir private Path folder;

  @Test
  void shouldReadTheExample() throws IOException {
    // When
    List<WebhookTarget> targets = WebhookFile.read(Path.of("config/webhooks.properties"));

    // Then
    assertThat(targets)
        .extracting(WebhookTarget::host)
        .containsExactly("chat.example.com", "hooks.example.com");
    assertThat(targets)
        .extracting(WebhookTarget::atLeast)
        .containsExactly(Severity.WARNING, Severity.CRITICAL);
  }

  @Test
  void shouldSayAllThatIsWrongAndNoSecret() throws IOException {
    // Given
    Path file =
        Files.writeString(
            folder.resolve("hooks.properties"),
            """
            webhook.a.url=ftp://example.com
            webhook.a.secret=long enough for a secret
            webhook.b.url=https://example.com
            webhook.b.secret=tooshort
            webhook.c.url=https://user:pw@example.com
            webhook.c.secret=long enough for a secret
            webhook.d.secret=long enough for a secret
            webhook.e.url=https://example.com
            webhook.e.secret=long enough for a secret
            webhook.e.severity=LOUD
            webhok.f.url=https://example.com
            """);

    // When, Then
    assertThatThrownBy(() -> WebhookFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "webhook.a: url: expected http:// or https:// and a host",
            "webhook.b: secret: expected at least 16 characters, got 8",
            "webhook.c: url: expected no user in it",
            "webhook.d: url: expected one, got none",
            "webhook.e: severity: expected INFO, WARNING or CRITICAL, got LOUD",
            "expected webhook.NAME.url, .secret or .severity, got webhok.f.url")
        .hasMessageNotContaining("tooshort");
  }

  @Test
  void shouldSignAsOthersCanCheck() {
    // When
    String signature =
        Signature.of("a-secret-of-the-test", Instant.ofEpochSecond(1_700_000_000), "{}");

    // Then
    assertThat(signature)
        .isEqualTo(
            "t=1700000000,v1=fa1a3f52bc8b8f26370ced32d5ea174425f8b461bda13ff33b49277cc00ff149");
  }
}
