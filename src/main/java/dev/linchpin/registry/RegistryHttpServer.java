package dev.linchpin.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP around {@link RegistryApi}, on the loopback interface. */
final class RegistryHttpServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int THREADS = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static {
    // Else every answer waits some 40 ms for the client's acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final RegistryApi api;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private RegistryHttpServer(RegistryApi api, HttpServer server) {
    this.api = api;
    this.server = server;
  }

  /**
   * Starts to answer.
   *
   * @param port 0 for any free one
   */
  static RegistryHttpServer start(RegistryApi api, int port) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      RegistryHttpServer server = new RegistryHttpServer(api, http);
      http.setExecutor(server.threads);
      http.createContext("/", server::handle);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The embedded schema registry cannot listen on " + HOST + ":" + port, e);
    }
  }

  String url() {
    return "http://" + HOST + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answerOrFault(exchange);
    }
  }

  private void answerOrFault(HttpExchange exchange) throws IOException {
    try {
      send(exchange, 200, answer(exchange));
    } catch (RegistryFault fault) {
      send(exchange, fault);
    } catch (RuntimeException e) {
      send(exchange, RegistryFault.store(e));
    }
  }

  private JsonNode answer(HttpExchange exchange) throws IOException {
    return api.answer(
        exchange.getRequestMethod(),
        segments(exchange.getRequestURI().getRawPath()),
        query(exchange.getRequestURI().getRawQuery()),
        body(exchange.getRequestBody().readAllBytes()));
  }

  private static void send(HttpExchange exchange, RegistryFault fault) throws IOException {
    send(
        exchange,
        fault.status(),
        JsonNodeFactory.instance
            .objectNode()
            .put("error_code", fault.code())
            .put("message", fault.getMessage()));
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> decode(segment.replace("+", "%2B")))
        .toList();
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int sign = pair.indexOf('=');
      String name = sign < 0 ? pair : pair.substring(0, sign);
      parameters.put(decode(name), sign < 0 ? "" : decode(pair.substring(sign + 1)));
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static JsonNode body(byte[] bytes) {
    try {
      JsonNode body =
          bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(bytes);
      if (body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      // Told below.
    }
    throw RegistryFault.noJson();
  }
}
