package dev.linchpin.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of a schema registry as a serde asks for; can be away for a number of requests. */
public final class FakeRegistry implements AutoCloseable {
  static {
    // Or each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> schemas = new ArrayList<>();
  private final HttpServer server;
  private int away;

  public FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/subjects/", this::register);
    server.createContext("/schemas/ids/", this::look);
    server.start();
  }

  /** Settings of a client that tries once. */
  public Map<String, String> settings() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of("schema.registry.url", url, "max.retries", "0");
  }

  public synchronized void beAwayFor(int requests) {
    away = requests;
  }

  /** Registers any schema text and returns its id. */
  public synchronized int add(String schema) {
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void register(HttpExchange exchange) throws IOException {
    String schema = JSON.readTree(exchange.getRequestBody()).required("schema").asText();
    answer(exchange, 200, Map.of("id", add(schema)));
  }

  private void look(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    if (id < 1 || id > schemas.size()) {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      answer(exchange, 200, Map.of("schema", schemas.get(id - 1)));
    }
  }

  private synchronized void answer(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    boolean refuse = away > 0;
    away = Math.max(0, away - 1);
    byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
    exchange.sendResponseHeaders(refuse ? 503 : status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
