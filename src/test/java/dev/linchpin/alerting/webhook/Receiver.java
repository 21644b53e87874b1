package dev.linchpin.alerting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linchpin.wire.Incident.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A webhook's receiver: a real HTTP server with answers given. */
public final class Receiver implements AutoCloseable {
  public static final String SECRET = "a-secret-of-the-test";

  private final HttpServer server;
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();

  /**
   * What was posted.
   *
   * @param signature header
   * @param delivery header
   */
  public record Post(String body, String signature, String delivery) {}

  /** Answers with these statuses, one after the other, and 204 from then on. */
  public Receiver(Integer... first) throws IOException {
    answers.addAll(List.of(first));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "receiver");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public WebhookTarget target(Severity atLeast) {
    return new WebhookTarget(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), SECRET, atLeast);
  }

  /** The next post; waits for it. */
  public Post next() throws InterruptedException {
    Post post = posts.poll(2, TimeUnit.MINUTES);
    if (post == null) {
      throw new AssertionError("nothing was posted");
    }
    return post;
  }

  int waiting() {
    return posts.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    posts.add(
        new Post(
            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
            exchange.getRequestHeaders().getFirst("Linchpin-Signature"),
            exchange.getRequestHeaders().getFirst("Linchpin-Delivery")));
    int status = answers.isEmpty() ? 204 : answers.poll();
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
