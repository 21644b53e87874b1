package dev.linchpin.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a monitor does, seen from outside; on Linux. */
final class MonitorWatch {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final HttpClient http = HttpClient.newHttpClient();
  private final LinchpinProcess monitor;
  private final Api api;

  MonitorWatch(LinchpinProcess monitor) {
    this.monitor = monitor;
    this.api = new Api(monitor.url(), Optional.empty());
  }

  /** Bytes of memory that the process has. */
  double resident() throws IOException {
    String status = Files.readString(Path.of("/proc", Long.toString(monitor.pid()), "status"));
    Matcher resident = RESIDENT.matcher(status);
    if (!resident.find()) {
      throw new AssertionError("expected VmRSS, got " + status);
    }
    return 1024 * Double.parseDouble(resident.group(1));
  }

  /** Bytes of its heap after a collection. */
  double heapAfterCollection() throws IOException, InterruptedException {
    Process collection =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(monitor.pid()),
                "GC.run")
            .redirectErrorStream(true)
            .start();
    String said = new String(collection.getInputStream().readAllBytes(), UTF_8);
    if (collection.waitFor() != 0) {
      throw new AssertionError("expected a collection, got " + said);
    }
    return metrics()
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** Records that each group is behind, over all of its topics. */
  Map<String, Long> behind() {
    Map<String, Long> behind = new TreeMap<>();
    for (JsonNode lag : api.json("/flow").at("/lag")) {
      behind.merge(lag.at("/group").asText(), lag.at("/records").asLong(), Long::sum);
    }
    return behind;
  }

  /** Time on processors since it began. */
  Duration busy() {
    return ProcessHandle.of(monitor.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new AssertionError("the monitor is gone"));
  }

  private String metrics() throws IOException, InterruptedException {
    URI address = URI.create(monitor.url() + "/q/metrics");
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }
}
