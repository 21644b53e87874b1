package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks the other dashboards for what lives there. */
final class Peers {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String scheme;

  /** Asks by {@code http} or {@code https}, as this one is asked. */
  Peers(String scheme) {
    this.scheme = scheme;
  }

  /**
   * The answer; empty where there is no such thing.
   *
   * @param path with its query, percent-encoded
   * @throws UncheckedIOException when the other does not answer, or refuses
   */
  <T> Optional<T> get(HostInfo host, String path, Caller caller, Class<T> type) {
    URI uri = URI.create("%s://%s:%d%s".formatted(scheme, host.host(), host.port(), path));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    caller.sign(request);
    HttpResponse<byte[]> answer = send(request.build());
    return switch (answer.statusCode()) {
      case OK -> Optional.of(Json.read(answer.body(), type));
      case NOT_FOUND -> Optional.empty();
      default ->
          throw new UncheckedIOException(
              new IOException(uri.getHost() + " answered " + answer.statusCode()));
    };
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
