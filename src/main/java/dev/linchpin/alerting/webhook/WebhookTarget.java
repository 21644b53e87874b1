package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.Incident.Severity;
import java.net.URI;
import java.util.Set;

/**
 * Who is told.
 *
 * @param url where notices are posted, http or https
 * @param secret with which they are signed, at least 16 characters; not part of any text
 * @param atLeast least severity that is told
 */
public record WebhookTarget(URI url, String secret, Severity atLeast) {
  /** Shortest secret, in characters. */
  public static final int SHORTEST_SECRET = 16;

  private static final Set<String> SCHEMES = Set.of("http", "https");

  public WebhookTarget {
    String scheme = String.valueOf(url.getScheme());
    if (!SCHEMES.contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException("url: expected http:// or https:// and a host");
    }
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("url: expected no user in it");
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "secret: expected at least %d characters, got %d"
              .formatted(SHORTEST_SECRET, secret.length()));
    }
  }

  /** What may be told of it: a URL may hold secrets of its own. */
  public String host() {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  @Override
  public String toString() {
    return host();
  }
}
