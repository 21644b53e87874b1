package dev.linchpin.wire.confluent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the addresses of a registry in turn, round after round, until one answers. */
final class RegistryHttp {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<RegistryAddress> addresses;
  private final Duration timeout;
  private final RetryPolicy retries;
  // The address that answered last is asked first.
  private volatile int preferred;

  RegistryHttp(List<RegistryAddress> addresses, Duration timeout, RetryPolicy retries) {
    this.addresses = List.copyOf(addresses);
    this.timeout = timeout;
    this.retries = retries;
  }

  JsonNode get(String path) {
    return ask("GET", path, "");
  }

  JsonNode post(String path, JsonNode body) {
    return ask("POST", path, body.toString());
  }

  private JsonNode ask(String method, String path, String body) {
    IOException last = new IOException("not asked");
    for (int round = 0; round <= retries.retries(); round++) {
      retries.await(round);
      int first = preferred;
      for (int i = 0; i < addresses.size(); i++) {
        int candidate = (first + i) % addresses.size();
        try {
          JsonNode answer = askOne(addresses.get(candidate), method, path, body);
          preferred = candidate;
          return answer;
        } catch (IOException e) {
          last = e;
        }
      }
    }
    throw new RegistryUnavailableException(unavailable(last), last);
  }

  private JsonNode askOne(RegistryAddress address, String method, String path, String body)
      throws IOException {
    HttpResponse<String> response = send(request(address, method, path, body));
    int status = response.statusCode();
    if (status / 100 == 2) {
      return parse(response.body());
    }
    if (status >= 500 || status == 429) {
      throw new IOException("HTTP status " + status);
    }
    throw refused(method + " " + address.base() + path, response);
  }

  private HttpRequest request(RegistryAddress address, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.base() + path))
            .timeout(timeout)
            .header("Accept", JSON + ", application/json")
            .header("Content-Type", JSON)
            .method(method, BodyPublishers.ofString(body));
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static JsonNode parse(String body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is not JSON", e);
    }
  }

  private static RegistryRefusedException refused(String what, HttpResponse<String> response) {
    JsonNode error = MAPPER.missingNode();
    try {
      error = parse(response.body());
    } catch (IOException e) {
      // Not from a registry; the status says enough.
    }
    int code = error.path("error_code").asInt(response.statusCode());
    String message = error.path("message").asText("no registry there?");
    return new RegistryRefusedException(
        code,
        "Schema registry refused " + what + ": HTTP " + response.statusCode() + ", " + message);
  }

  private String unavailable(IOException last) {
    return "Schema registry does not answer at "
        + addresses.stream().map(RegistryAddress::base).toList()
        + " after "
        + (retries.retries() + 1)
        + " rounds: "
        + last.getClass().getSimpleName()
        + (last.getMessage() == null ? "" : " " + last.getMessage());
  }
}
