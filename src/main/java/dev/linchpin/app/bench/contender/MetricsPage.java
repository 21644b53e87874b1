package dev.linchpin.app.bench.contender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The Prometheus page of a role on this machine. */
public final class MetricsPage {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final HttpRequest request;

  MetricsPage(int port) {
    this.request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/metrics"))
            .timeout(TIMEOUT)
            .build();
  }

  /** Heap in use, in MB (10⁶ bytes); NaN when the page is not there. */
  public double heapMb() {
    return sum("jvm_memory_used_bytes{area=\"heap\"") / 1e6;
  }

  /** Scores written so far; NaN when the page is not there. */
  public double scored() {
    return sum("linchpin_steps_scored_total{");
  }

  private double sum(String beginning) {
    try {
      return sum(client.send(request, HttpResponse.BodyHandlers.ofString()).body(), beginning);
    } catch (IOException e) {
      return Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  /** The sum of all values whose line begins so. */
  static double sum(String page, String beginning) {
    return page.lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
